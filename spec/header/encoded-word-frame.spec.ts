/** What is an encoded-word, what was meant for one, and what is text: RFC 2047 §2. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { encodedWordFrames } from '../../lib/header/encoded-word-frame.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('header/encoded-word-frame');

/** Each frame as it stands in the text, and why it is broken. */
function framesOf(text: string): readonly (readonly [string, string?])[] {
  return [...encodedWordFrames(text)].map((frame) => {
    const written = text.slice(frame.start, frame.end);
    return frame.kind === 'word' ? [written] : [written, frame.reason];
  });
}

test('a word has four parts, of which the charset may hold a language (RFC 2231 §5)', () => {
  const [plain, withLanguage] = encodedWordFrames('x =?UTF-8?b?w6k=?= =?us-ascii*en-us?Q?a?=');
  assert.equal(plain, {
    kind: 'word',
    start: 2,
    end: 18,
    charset: 'UTF-8',
    language: undefined,
    encoding: 'B',
    payload: 'w6k=',
  });
  assert.equal(withLanguage, {
    kind: 'word',
    start: 19,
    end: 41,
    charset: 'us-ascii',
    language: 'en-us',
    encoding: 'Q',
    payload: 'a',
  });
});

test('an empty language is none', () => {
  for (const frame of encodedWordFrames('=?utf-8*?Q?a?=')) {
    assert.ok(frame.kind === 'word' && frame.language === undefined);
  }
});

test('a word ends at the first "?=", whatever octets it holds but white space', () => {
  for (const word of [
    '=?utf-8?Q?=?=',
    '=?utf-8?Q??=',
    '=?utf-8?Q?a?b?=',
    '=?no-charset?B?!\0\xff?=',
    '=?utf-8*?Q?a?=',
  ]) {
    assert.equal(framesOf(`(${word}=`), [[word]], word);
  }
  assert.equal(framesOf('=?utf-8?Q?a?==?utf-8?Q?b?='), [['=?utf-8?Q?a?='], ['=?utf-8?Q?b?=']]);
  for (const before of ['=?', '=??', '=?a?']) {
    assert.equal(framesOf(`${before}=?utf-8?Q?a?=`), [['=?utf-8?Q?a?=']], before);
  }
});

test('what was meant for a word is broken', () => {
  const inside = 'white space inside';
  const noEnd = 'no "?=" at its end';
  const broken: readonly (readonly [text: string, reason: string, written?: string])[] = [
    ['=?utf-8?B?SGVs bG8=?=', inside],
    ['=?no-charset?Q?a\tb?=', inside],
    ['=? utf-8?Q?a?=', inside],
    ['=?utf-8? q ?a?=', inside],
    ['=??Q?a?=', 'no charset'],
    ['=?*en?Q?a?=', 'no charset'],
    ['=?utf-8?X?a?=', 'an encoding other than B and Q'],
    ['=?no-charset?base64?a?=', 'an encoding other than B and Q'],
    ['=?utf-8?hello?=', 'a charset, an encoding or a text is missing'],
    ['=?utf-8?Q?a', noEnd],
    ['=?utf-8?Q?a? =', noEnd, '=?utf-8?Q?a?'],
    ['=?utf-8?Q?a and more', noEnd, '=?utf-8?Q?a'],
    ['=?utf-8?Q?', noEnd],
  ];
  for (const [text, reason, written = text] of broken) {
    assert.equal(framesOf(text), [[written, reason]], text);
  }
});

test('a broken word does not swallow the next one', () => {
  const next = '=?utf-8?Q?b?=';
  for (const lost of ['=?utf-8?Q?a', '=?utf-8?Q?a ', '=?utf-8?Q?a b ', '=?utf-8?Q?']) {
    assert.equal(framesOf(lost + next).at(-1), [next], lost);
  }
  assert.equal(framesOf(`=?utf-8?B?SGVs bG8=?= ${next}`).at(-1), [next]);
});

test('any other "=?" is text', () => {
  for (const text of [
    'what =? this',
    'what =? is? this?= q',
    'a =? b ?q? c ?=',
    '=?',
    '=?=',
    '=??=',
    '=????=',
    '=?=?=?=?=',
    '=?a?b',
    '=?a b?c?d?=',
    '=?a b?Q?d?=',
    '=?a?b c?d?=',
    '=?hello?=',
    '=?no-charset?hello?=',
    '=?a??b?=',
    'f(x)=?1?2?3',
    'https://x.example/?q=?a?b&c=?',
  ]) {
    assert.equal(framesOf(text), [], text);
  }
});

test('law: linear, whatever is repeated', () => {
  const pieces = [
    '=?',
    '?',
    '=',
    '=?=',
    '=?a?b?',
    '=?utf-8?Q?',
    '=? ',
    '=?utf-8?Q? ',
    '?=',
    '=?a ?',
  ];
  for (const piece of pieces) {
    for (const start of ['', '=?utf-8?Q?', '=?a?b?']) {
      const text = start + piece.repeat(300_000);
      assertLinear(start + piece, () => [...encodedWordFrames(text)]);
    }
  }
});

test.run();
