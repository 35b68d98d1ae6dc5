/** What is left of a find. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { minimise } from './minimise.ts';

const test = suite('run/fuzz/minimise');

test('law: what is at fault is left, and nothing else', () => {
  const octets = fc.uint8Array({ maxLength: 60 }).map((all) => Buffer.from(all));
  fc.assert(
    fc.property(octets, octets, octets, (before, between, after) => {
      const isBad = (all: Buffer): boolean => /x.*y/s.test(all.toString('latin1'));
      const bad = Buffer.concat([before, Buffer.from('x'), between, Buffer.from('y'), after]);
      assert.is(minimise(bad, isBad).toString('latin1'), 'xy');
    }),
  );
});

test('what is always bad shrinks to nothing', () => {
  assert.is(minimise(Buffer.from('abc'), () => true).length, 0);
});

test.run();
