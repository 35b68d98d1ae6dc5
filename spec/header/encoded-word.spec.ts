/** Encoded-words: RFC 2047 §2, §4, §5; each decoded alone by a decoder of the specs. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { encodedWords } from '../../lib/header/encoded-word.ts';
import { decodeEncodedWords } from '../../lib/header/encoded-word-decoding.ts';
import { text } from '../../lib/testing/arbitraries.ts';
import { decodeWord } from '../support/encoded-words.ts';

const test = suite('header/encoded-word');

const firstCharacters = fc.integer({ min: 20, max: 75 });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

test('law: words decode one by one to the text (W1, W3)', () => {
  fc.assert(
    fc.property(text, firstCharacters, (t, first) => {
      assert.is(encodedWords(t, first).map(decodeWord).join(''), t);
    }),
    {
      numRuns: 300,
      examples: [
        ['日'.repeat(5000), 75],
        ['x é'.repeat(2000), 60],
      ],
    },
  );
});

test('law: no word is longer than 75 characters, nor the first than its room (W2)', () => {
  fc.assert(
    fc.property(text, firstCharacters, (t, first) => {
      // What one escaped character takes beside the delimiters may be more than the room.
      const [firstWord = '', ...others] = encodedWords(t, first);
      assert.ok(firstWord.length <= Math.max(first, 24), firstWord);
      for (const word of others) assert.ok(word.length <= 75, word);
    }),
    { numRuns: 300, examples: [['👨‍👩‍👧‍👦'.repeat(20), 50]] },
  );
});

test('a first cluster stays whole where a fold before it makes room (W3)', () => {
  const family = ['👨🏽', '👩🏽', '👧🏽', '👦🏽'].join('\u200D');
  for (const first of [24, 40, 62]) {
    const words = encodedWords(`${family}a`, first, true);
    assert.equal(words.map(decodeWord), [family, 'a']);
    for (const word of words) assert.ok(word.length <= 75);
    assert.is.not(decodeWord(encodedWords(`${family}a`, first)[0] ?? ''), family);
  }
});

test('law: a grapheme cluster that fits into a word of B stays whole, but for the first (W3)', () => {
  fc.assert(
    fc.property(text, firstCharacters, (t, first) => {
      let at = 0;
      const ends = new Set(
        encodedWords(t, first).map((word) => {
          at += decodeWord(word).length;
          return at;
        }),
      );
      for (const { segment, index } of graphemes.segment(t)) {
        if (Buffer.byteLength(segment) > 45 || index === 0) continue;
        for (let inside = index + 1; inside < index + segment.length; inside += 1) {
          assert.not(ends.has(inside), segment);
        }
      }
    }),
    {
      numRuns: 200,
      examples: [
        [`${'x'.repeat(200)}👨‍👩‍👧‍👦`, 75],
        ['x👨‍👩‍👧‍👦', 40],
      ],
    },
  );
});

test('law: symbols and emoji, joined or not, stay whole (W3)', () => {
  const unit = fc.constantFrom(
    '☕',
    '→',
    '👍',
    '🏽',
    '\u200d',
    '\ufe0f',
    '🇩',
    '\u0301',
    '€',
    'é',
    'a',
    ' ',
  );
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 60 }), (t) => {
      const whole = new Set(Array.from(graphemes.segment(t), ({ index }) => index));
      let at = 0;
      for (const word of encodedWords(t)) {
        const before = graphemes.segment(t).containing(at)?.segment ?? '';
        assert.ok(whole.has(at) || Buffer.byteLength(before) > 45, t);
        at += decodeWord(word).length;
      }
      assert.is(at, t.length);
    }),
    { numRuns: 300 },
  );
});

test('law: the shorter encoding is taken, Q where both are equal (W10)', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~éЖ日]{1,80}$/u), (t) => {
      const octets = Buffer.from(t);
      const q = octets.reduce((sum, octet) => sum + (isLiteral(octet) ? 1 : 3), 0);
      const isQ = encodedWords(t)[0]?.startsWith('=?utf-8?Q?');
      assert.is(isQ, q <= Math.ceil(octets.length / 3) * 4);
    }),
  );
});

test('law: what a word holds is safe in a phrase, too (W7)', () => {
  fc.assert(
    fc.property(text, (t) => {
      for (const word of encodedWords(t)) {
        const payload = word.slice('=?utf-8?Q?'.length, -2);
        assert.match(payload, /^[A-Za-z0-9!*+/=_-]*$/);
      }
    }),
  );
});

test('law: our reader joins the words to the text', () => {
  fc.assert(
    fc.property(text, (t) => {
      assert.is(decodeEncodedWords(encodedWords(t).join('\r\n ')), t);
    }),
  );
});

test('a few words by hand', () => {
  assert.equal(encodedWords('Zoë Hamiltonian Miller_?'), [
    '=?utf-8?Q?Zo=C3=AB_Hamiltonian_Miller=5F=3F?=',
  ]);
  assert.equal(encodedWords('日本'), ['=?utf-8?B?5pel5pys?=']);
  assert.equal(encodedWords('=?utf-8?Q?x?='), ['=?utf-8?B?PT91dGYtOD9RP3g/PQ==?=']);
  assert.is(encodedWords('👨‍👩‍👧‍👦'.repeat(10)).length, 10);
});

function isLiteral(octet: number): boolean {
  return /[A-Za-z0-9!*+/ -]/.test(String.fromCharCode(octet)) && octet < 0x80;
}

test.run();
