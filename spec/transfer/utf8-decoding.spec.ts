/** Octets to text as UTF-8, by whichever way: RFC 3629. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { octets } from '../../lib/testing/arbitraries.ts';
import { utf8Text } from '../../lib/transfer/utf8-decoding.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function byPlatform(given: Uint8Array): string | undefined {
  try {
    return strict.decode(given);
  } catch {
    return undefined;
  }
}

const pieces = fc.constantFrom(
  'a',
  '\r\n',
  '\0',
  'é',
  '記',
  '😀',
  '\uFEFF',
  '\uFFFD',
  '\u{10FFFF}',
);
/** Of lengths on either side of that from which text is transcoded. */
const texts = fc
  .tuple(fc.array(pieces, { maxLength: 40 }), fc.constantFrom(1, 50, 100, 1_000))
  .map(([some, times]) => some.join('').repeat(times));

const test = suite('transfer/utf8-decoding');

test('law: it is the text that the platform reads, of any length', () => {
  fc.assert(
    fc.property(texts, (text) => {
      assert.is(utf8Text(Buffer.from(text)), text);
    }),
  );
});

test('law: one octet that is nothing, anywhere, and there is no text', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.integer({ min: 0x80, max: 0xff }), (text, place, octet) => {
      const given = Buffer.from(`${text}.`);
      given[place % given.length] = octet;
      assert.is(utf8Text(given), byPlatform(given));
    }),
  );
});

test('law: any octets are read as the platform reads them', () => {
  fc.assert(
    fc.property(octets, (given) => {
      assert.is(utf8Text(given), byPlatform(given));
    }),
  );
});

test('a view into a larger buffer is read alone', () => {
  const text = 'ä'.repeat(2_000);
  assert.is(utf8Text(Buffer.from(`ö${text}ö`).subarray(2, -2)), text);
});

test.run();
