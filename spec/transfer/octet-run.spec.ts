/** Runs of octets of one kind. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { endOfRun, octetKinds } from '../../lib/transfer/octet-run.ts';

const test = suite('transfer/octet-run');

const kinds = octetKinds(0, [
  [1, 'ab'],
  [2, 'c\xff'],
]);

test('a table holds the kind of each octet', () => {
  const at = ['a', 'b', 'c', '\xff', 'd', '\0'].map((octet) => kinds[octet.charCodeAt(0)]);
  assert.equal(at, [1, 1, 2, 2, 0, 0]);
});

test('law: a run ends where the kind changes, or the octets end', () => {
  const octets = fc.array(fc.constantFrom(97, 98, 99, 255, 0), { minLength: 1 });
  fc.assert(
    fc.property(octets, (list) => {
      const end = endOfRun(Uint8Array.from(list), kinds, 0);
      const change = list.findIndex((octet) => kinds[octet] !== kinds[list[0] ?? 0]);
      assert.is(end, change === -1 ? list.length : change);
    }),
  );
});

test.run();
