/** Repeated fields: which of them go. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Kept, maySayNothing, surplusFields } from '../../../lib/preflight/mending/removal.ts';
import { read } from '../../../lib/reader/read.ts';

const test = suite('preflight/mending/removal');

/** By the place of each repeat, the place of what goes for it. */
function surplus(lines: readonly string[], kept?: Kept): readonly (readonly [number, number])[] {
  const { fields } = read(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`));
  return Array.from(surplusFields(fields, kept), ([repeat, gone]) => [
    fields.indexOf(repeat),
    fields.indexOf(gone),
  ]);
}

test('a repeat of what stood before goes, whatever blanks and folds it has', () => {
  assert.equal(surplus(['Subject: a b', 'subject:a\r\n b', 'Subject: c', 'Subject: a b']), [
    [1, 1],
    [3, 3],
  ]);
});

test('others go by leave alone: all but the first, or all but the last', () => {
  const lines = ['Subject: a', 'Subject: b', 'Subject: c'];
  assert.equal(surplus(lines), []);
  assert.equal(surplus(lines, 'first'), [
    [1, 1],
    [2, 2],
  ]);
  assert.equal(surplus(lines, 'last'), [
    [1, 0],
    [2, 1],
  ]);
});

test('of Content fields the first stays, for the body was read by it', () => {
  assert.equal(surplus(['Content-Type: text/html', 'Content-Type: text/plain'], 'last'), [[1, 1]]);
});

test('a message is sound without an empty Cc, not without an empty To', () => {
  const [cc, to] = read(Buffer.from('Cc:\r\nTo:\r\n\r\n')).fields;
  assert.ok(cc && maySayNothing(cc));
  assert.not(to && maySayNothing(to));
});

test.run();
