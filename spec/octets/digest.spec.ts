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

test('the first eight digits are the published FNV-1a of 32 bits', () => {
  const published = { '': '811c9dc5', a: 'e40c292c', foobar: 'bf9cf968' };
  for (const [text, sum] of Object.entries(published)) assert.is(digest(text, 0).slice(0, 8), sum);
});

test('each of the three sums alone tells a character, its place and the seed', () => {
  const pad = 'x'.repeat(40);
  const texts = Array.from({ length: 2000 }, (_, unit) => String.fromCharCode(unit));
  const moved = Array.from({ length: 40 }, (_, at) => `${pad.slice(at)}y${pad.slice(0, at)}`);
  for (const third of [0, 8, 16]) {
    const sum = (text: string, seed = 0): string => digest(text, seed).slice(third, third + 8);
    assert.is(new Set(texts.map((text) => sum(text))).size, texts.length);
    assert.is(new Set(moved.map((text) => sum(text))).size, moved.length);
    assert.is(new Set(texts.map((_, seed) => sum('a', seed))).size, texts.length);
  }
  const [one, other, third] = digest('', 0).match(/.{8}/g) ?? [];
  assert.is(new Set([one, other, third]).size, 3);
});

test.run();
