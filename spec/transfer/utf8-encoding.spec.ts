/** UTF-8 in rooms that are used again and again: as Node writes it, nothing left over from before. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import * as arbitraries from '../../lib/testing/arbitraries.ts';
import { canonicalText } from '../../lib/transfer/canonical-text.ts';
import { encodeUtf8, encodeUtf8Lines } from '../../lib/transfer/utf8-encoding.ts';

const test = suite('transfer/utf8-encoding');

/** Longer than the rooms, as long as they are, and hostile. */
const texts: fc.Arbitrary<string> = fc.oneof(
  arbitraries.text,
  fc
    .tuple(fc.constantFrom('\n', 'a\n', '漢', '漢字\n', '😀', '\r\n', '\r'), fc.nat(4))
    .map(([unit, over]) => unit.repeat(Math.floor(131_072 / unit.length) - 2 + over)),
);

test('law: the octets are those of Node', () => {
  fc.assert(
    fc.property(texts, (text) => {
      fc.pre(text.isWellFormed());
      assert.ok(encodeUtf8(text).equals(Buffer.from(text)));
    }),
  );
});

test('law: lines are those of the canonical text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      fc.pre(text.isWellFormed());
      assert.ok(encodeUtf8Lines(text).equals(Buffer.from(canonicalText(text))));
    }),
  );
});

test('law: what was encoded stays what it was when more is encoded', () => {
  fc.assert(
    fc.property(arbitraries.text, arbitraries.text, (one, other) => {
      fc.pre(one.isWellFormed() && other.isWellFormed());
      const octets = encodeUtf8Lines(one);
      encodeUtf8Lines(other);
      encodeUtf8(other);
      assert.ok(octets.equals(Buffer.from(canonicalText(one))));
    }),
  );
});

test('a surrogate alone is named with its place in the text as it was given', () => {
  for (const encode of [encodeUtf8, encodeUtf8Lines]) {
    for (const line of ['\n', '\r\n']) {
      assert.throws(
        () => encode(`a${line}b\uD800`),
        (error: unknown) =>
          error instanceof MimewrightError &&
          error.code === 'ill-formed-text' &&
          error.message.includes(`at index ${line.length + 2}: U+D800`),
      );
    }
    assert.is(encode('\uFFFD').toString(), '\uFFFD');
  }
});

test.run();
