/** A view shares memory and keeps the bounds. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { asBuffer, isDetached } from '../../lib/octets/view.ts';

const test = suite('octets/view');

test('a view of part of some memory is that part, without a copy', () => {
  const octets = Uint8Array.from([1, 2, 3, 4, 5]).subarray(1, 4);
  const view = asBuffer(octets);
  assert.equal([...view], [2, 3, 4]);
  octets[0] = 9;
  assert.is(view[0], 9);
});

test('a Buffer is its own view', () => {
  const buffer = Buffer.from('abc');
  assert.is(asBuffer(buffer), buffer);
});

test('memory that was given away is told from memory that is empty', () => {
  const given = new Uint8Array(4);
  const part = new Uint8Array(given.buffer, 1, 2);
  assert.not(isDetached(given));
  structuredClone(given.buffer, { transfer: [given.buffer] });
  assert.ok(isDetached(given));
  assert.ok(isDetached(part));
  for (const empty of [new Uint8Array(), Buffer.alloc(0), Buffer.from('abc').subarray(1, 1)]) {
    assert.not(isDetached(empty));
  }
});

test.run();
