/** A view shares memory and keeps the bounds. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { asBuffer } from '../../lib/octets/view.ts';

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

test.run();
