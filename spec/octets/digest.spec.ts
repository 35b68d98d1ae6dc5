/** A digest is a name: short, steady, and another one for another text or seed. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { digest } from '../../lib/octets/digest.ts';
import { anyString } from '../../lib/testing/arbitraries.ts';

const test = suite('octets/digest');

test('law: 24 lower-case hexadecimal digits, the same for the same text and seed', () => {
  fc.assert(
    fc.property(anyString, fc.nat(1000), (text, seed) => {
      assert.match(digest(text, seed), /^[0-9a-f]{24}$/);
      assert.is(digest(text, seed), digest(text, seed));
    }),
  );
});

test('law: another text or another seed gives another digest', () => {
  fc.assert(
    fc.property(anyString, anyString, fc.nat(1000), (one, other, seed) => {
      fc.pre(one !== other);
      assert.is.not(digest(one, seed), digest(other, seed));
      assert.is.not(digest(one, seed), digest(one, seed + 1));
    }),
  );
});

test('texts of one character more or less do not collide', () => {
  const digests = Array.from({ length: 5000 }, (_, length) => digest('x'.repeat(length), 0));
  assert.is(new Set(digests).size, digests.length);
});

test.run();
