/** Encoded-words as read. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { encodedWords } from '../../lib/header/encoded-word.ts';
import { decodeEncodedWords } from '../../lib/header/encoded-word-decoding.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('header/encoded-word-decoding');

test('law: what is encoded decodes to the text, whatever blanks stand between (W4)', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(text, fc.constantFrom(' ', '\t', '\r\n ', '  \r\n\t'), (written, blanks) => {
      assert.is(decodeEncodedWords(encodedWords(written).join(blanks)), written);
    }),
  );
});

test('the examples of RFC 2047 §8 and RFC 2231 §5', () => {
  const examples = {
    '=?US-ASCII?Q?Keith_Moore?=': 'Keith Moore',
    '=?US-ASCII*EN?Q?Keith_Moore?=': 'Keith Moore',
    '=?ISO-8859-1?Q?Keld_J=F8rn_Simonsen?=': 'Keld Jørn Simonsen',
    '=?ISO-8859-1?Q?Andr=E9?= Pirard': 'André Pirard',
    '=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?=\r\n =?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=':
      'If you can read this you understand the example.',
    '=?ISO-8859-1?Q?Olle_J=E4rnefors?=': 'Olle Järnefors',
    '=?ISO-8859-1?Q?Patrik_F=E4ltstr=F6m?=': 'Patrik Fältström',
    '=?iso-8859-8?b?7eXs+SDv4SDp7Oj08A==?=': 'םולש ןב ילטפנ',
    '(=?ISO-8859-1?Q?a?=)': '(a)',
    '(=?ISO-8859-1?Q?a?= b)': '(a b)',
    '=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=': 'ab',
    '=?ISO-8859-1?Q?a?=  \r\n  =?ISO-8859-1?Q?b?=': 'ab',
    '=?ISO-8859-1?Q?a_b?=': 'a b',
    '=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=': 'a b',
  };
  for (const [text, decoded] of Object.entries(examples)) {
    assert.is(decodeEncodedWords(text), decoded);
  }
});

test('adjacent words of one charset are joined before they are decoded (W12)', () => {
  assert.is(decodeEncodedWords('=?utf-8?Q?=C3?= =?UTF-8*fr?B?qQ==?='), 'é');
  assert.is(decodeEncodedWords('=?utf-8?Q?=C3?= x =?utf-8?Q?=A9?='), '\ufffd x \ufffd');
});

test('an unknown charset or a broken payload leaves the word as it is (W11)', () => {
  const words = [
    '=?utf8x?Q?a?=',
    '=?utf-8?Q?=ZZ?=',
    '=?utf-8?Q?caf\xe9?=',
    '=?utf-8?Q?a b?=',
    '=?utf-8?B?a?=',
    '=?utf-8?B?YQ=Q?=',
    '=?utf-8?B?_-8=?=',
    '=?utf-8?X?a?=',
    '=??Q?a?=',
    '=?utf-8?Q?a',
  ];
  for (const word of words) assert.is(decodeEncodedWords(word), word);
});

test('blanks beside a word that stays as it is stay too', () => {
  assert.is(decodeEncodedWords('=?utf-8?Q?a?= =?utf8x?Q?b?= =?utf-8?Q?c?='), 'a =?utf8x?Q?b?= c');
});

test('missing padding is forgiven, and words that touch other text', () => {
  assert.is(decodeEncodedWords('=?utf-8?B?w6k?='), 'é');
  assert.is(decodeEncodedWords('Re:=?utf-8?Q?a?=.pdf'), 'Re:a.pdf');
  assert.is(decodeEncodedWords('=?utf-8?Q?a?==?utf-8?Q?b?='), 'ab');
});

test('law: total, and text without a word comes back', () => {
  const pieces = fc.array(
    fc.constantFrom('=?', '?=', 'utf-8', '?Q?', '?b?', '=41', 'YQ==', ' ', '_', '\xff', '\ud800'),
  );
  fc.assert(
    fc.property(pieces, (words) => {
      const text = words.join('');
      const decoded = decodeEncodedWords(text);
      if (!/=\?.*\?=/s.test(text)) assert.is(decoded, text);
    }),
  );
});

test('law: linear, whatever is repeated', () => {
  for (const piece of ['=?', '=?a?q?', '=?utf-8?Q?a?= ', '=?utf-8?Q?=?= ', '=?utf-8?b?!?=']) {
    assertLinear(piece, () => decodeEncodedWords(piece.repeat(100_000)));
  }
});

test('words of ISO-2022-JP start in ASCII each (RFC 1468), and may lie side by side', () => {
  const words = '=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=\r\n =?ISO-2022-JP?B?GyRCOGwbKEI=?=';
  assert.is(decodeEncodedWords(words), '日本語');
});

test.run();
