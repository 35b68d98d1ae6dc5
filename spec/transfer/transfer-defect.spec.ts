/** Defects of a body: bounded, in order, and one where they touch. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  TRANSFER_DEFECTS_MAX,
  TransferDefects,
  transferDefectCodes,
} from '../../lib/transfer/transfer-defect.ts';

const test = suite('transfer/transfer-defect');

test('codes are in order, each once', () => {
  assert.equal([...new Set(transferDefectCodes)].sort(), [...transferDefectCodes]);
});

test('defects of one code that touch are one, others are not', () => {
  const defects = new TransferDefects();
  defects.note('nul', { start: 4, end: 5 });
  defects.note('nul', { start: 5, end: 6 });
  defects.note('nul', { start: 7, end: 8 });
  defects.note('nul', { start: 8, end: 9 }, 'a detail');
  defects.note('7bit-violation', { start: 4, end: 9 });
  assert.equal(defects.inOrder(), [
    { code: '7bit-violation', start: 4, end: 9 },
    { code: 'nul', start: 4, end: 6 },
    { code: 'nul', start: 7, end: 8 },
    { code: 'nul', start: 8, end: 9, detail: 'a detail' },
  ]);
});

test('of each code the first thousand are kept', () => {
  const defects = new TransferDefects();
  for (let at = 0; at < 3 * TRANSFER_DEFECTS_MAX; at += 1) {
    assert.is(defects.isFull('nul'), at >= TRANSFER_DEFECTS_MAX);
    defects.note('nul', { start: 2 * at, end: 2 * at + 1 });
  }
  defects.note('7bit-violation', { start: 0, end: 1 });
  assert.is(defects.inOrder().length, TRANSFER_DEFECTS_MAX + 1);
  assert.is(defects.inOrder().at(-1)?.start, 2 * (TRANSFER_DEFECTS_MAX - 1));
});

test.run();
