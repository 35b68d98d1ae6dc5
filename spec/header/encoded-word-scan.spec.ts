/** Encoded-words in their places: spans, values and faults (RFC 2047 §2, §4, §5). */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { encodedWords } from '../../lib/header/encoded-word.ts';
import { decodeEncodedWords } from '../../lib/header/encoded-word-decoding.ts';
import { type EncodedWordContext, scanEncodedWords } from '../../lib/header/encoded-word-scan.ts';
import { text } from '../../lib/testing/arbitraries.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('header/encoded-word-scan');

const contexts: readonly EncodedWordContext[] = [
  ...(['text', 'phrase', 'comment'] as const),
  ...(['quoted-string', 'addr-spec', 'parameter', 'field-without'] as const),
];

const piece = fc.constantFrom(
  ...['=?', '?=', '?', '=', 'utf-8', 'no-charset', '*en', '?Q?', '?b?', '=41', '=C3', 'YQ==', '_'],
  ...[' ', '\t', '(', ')', '"', 'x', '\xff', '\0', '=?utf-8?Q?', '=?utf-8?Q?=C3?=', '=?x?y?z?='],
  ...[
    '=?utf-8?Q?a?=',
    '=?UTF-8?B?w6k=?=',
    '=?us-ascii*en?q?=e9?=',
    '=?utf8x?Q?a?=',
    '=?utf-8?b?!?=',
  ],
);
const field = fc.array(piece, { maxLength: 20, size: 'max' }).map((pieces) => pieces.join(''));

/** The codes with what they are about, of a text in one context. */
function faultsOf(written: string, context: EncodedWordContext = 'text'): readonly string[] {
  const { defects } = scanEncodedWords(written, context);
  return defects.map(({ code, start, end }) => {
    return `${code.replace('encoded-word-', '')} ${written.slice(start, end)}`;
  });
}

test('law: words lie in the stretch, in order, disjoint, and so do defects lie in it', () => {
  fc.assert(
    fc.property(
      field,
      fc.constantFrom(...contexts),
      fc.nat(60),
      fc.nat(60),
      (all, context, a, b) => {
        const stretch = {
          start: Math.min(a, b, all.length),
          end: Math.min(Math.max(a, b), all.length),
        };
        const { words, defects } = scanEncodedWords(all, context, stretch);
        let end = stretch.start;
        for (const { span } of words) {
          assert.ok(end <= span.start && span.start < span.end && span.end <= stretch.end);
          assert.match(all.slice(span.start, span.end), /^=\?[^\t ]*\?=$/s);
          ({ end } = span);
        }
        for (const defect of defects) {
          assert.ok(stretch.start <= defect.start && defect.start < defect.end);
          assert.ok(defect.end <= stretch.end);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('law: a word scanned alone is the same word', () => {
  fc.assert(
    fc.property(field, (all) => {
      for (const word of scanEncodedWords(all, 'text').words) {
        const alone = all.slice(word.span.start, word.span.end);
        const { words } = scanEncodedWords(alone, 'text');
        assert.equal(words, [{ ...word, span: { start: 0, end: alone.length } }]);
      }
    }),
    { numRuns: 300 },
  );
});

test('law: a stretch is scanned as if it stood alone', () => {
  fc.assert(
    fc.property(field, field, fc.constantFrom(...contexts), (before, all, context) => {
      const by = before.length;
      const { words, defects } = scanEncodedWords(all, context);
      const stretch = { start: by, end: by + all.length };
      const inside = scanEncodedWords(`${before}${all}=?`, context, stretch);
      const moved = words.map(({ span, ...word }) => {
        return { ...word, span: { start: span.start + by, end: span.end + by } };
      });
      assert.equal(inside.words, moved);
      assert.equal(
        inside.defects.map(({ start, end }) => ({ start: start - by, end: end - by })),
        defects.map(({ start, end }) => ({ start, end })),
      );
    }),
  );
});

test('law: where no character is split, what the words say is what the text says', () => {
  fc.assert(
    fc.property(field, (all) => {
      const { words, defects } = scanEncodedWords(all, 'text');
      fc.pre(!defects.some(({ code }) => /split-char|charset-lie/.test(code)));
      let said = '';
      let end = 0;
      for (const { span, text: meaning } of words) {
        if (meaning === undefined) continue;
        const between = all.slice(end, span.start);
        said += (end > 0 && /^[ \t]*$/.test(between) ? '' : between) + meaning;
        ({ end } = span);
      }
      assert.is(decodeEncodedWords(all), said + all.slice(end));
    }),
    { numRuns: 300 },
  );
});

test('law: what we write has no fault, and is the text', () => {
  fc.assert(
    fc.property(text, fc.constantFrom('text', 'phrase', 'comment'), (typed, context) => {
      const { words, defects } = scanEncodedWords(encodedWords(typed).join(' '), context);
      assert.equal(defects, []);
      assert.is(words.map((word) => word.text).join(''), typed);
    }),
    { numRuns: 200 },
  );
});

test('the examples of RFC 2047 §8 and RFC 2231 §5 are without fault', () => {
  const rows: readonly (readonly [EncodedWordContext, string])[] = [
    ['phrase', '=?US-ASCII?Q?Keith_Moore?='],
    ['phrase', '=?US-ASCII*EN?Q?Keith_Moore?='],
    ['phrase', '=?ISO-8859-1?Q?Keld_J=F8rn_Simonsen?='],
    ['phrase', '=?ISO-8859-1?Q?Andr=E9?= Pirard'],
    ['comment', '(=?iso-8859-8?b?7eXs+SDv4SDp7Oj08A==?=)'],
    ['comment', '(=?ISO-8859-1?Q?a?= b)'],
    ['comment', '=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?='],
    [
      'text',
      '=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?= =?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=',
    ],
  ];
  for (const [context, written] of rows) assert.equal(faultsOf(written, context), [], written);
  const [word] = scanEncodedWords('=?US-ASCII*EN?q?Keith_Moore?=', 'phrase').words;
  assert.equal(word, {
    span: { start: 0, end: 29 },
    charset: 'US-ASCII',
    language: 'EN',
    encoding: 'Q',
    text: 'Keith Moore',
  });
});

test('where none may stand a word is one fault, whatever else is wrong with it', () => {
  const word = '=?no-charset?Q?=ZZ?=';
  const codes: readonly (readonly [EncodedWordContext, string])[] = [
    ['quoted-string', 'in-quoted-string'],
    ['addr-spec', 'in-addr-spec'],
    ['parameter', 'in-parameter'],
    ['field-without', 'illegal-field'],
  ];
  for (const [context, code] of codes) {
    assert.equal(faultsOf(`x${word} =?utf-8?Q?a b?=`, context), [`${code} ${word}`]);
  }
});

test('form, payload and charset of a word', () => {
  const fits = `=?utf-8?Q?${'a'.repeat(63)}?=`;
  const long = `=?utf-8?Q?${'a'.repeat(64)}?=`;
  const faults: Readonly<Record<string, readonly string[]>> = {
    [fits]: [],
    [long]: [`too-long ${long}`],
    '=?utf-8?B?SGVs bG8=?=': ['syntax =?utf-8?B?SGVs bG8=?='],
    'what =? this': [],
    '=?utf-8?Q?a=ZZ?=': ['bad-payload =?utf-8?Q?a=ZZ?='],
    '=?utf-8?Q?a=c3=a9?=': ['bad-payload =?utf-8?Q?a=c3=a9?='],
    '=?utf-8?B?w6k?=': ['bad-payload =?utf-8?B?w6k?='],
    '=?utf8x?Q?a?=': ['unknown-charset =?utf8x?Q?a?='],
    '=?utf-8?Q?=E9?=': ['charset-lie =?utf-8?Q?=E9?='],
    '=?us-ascii?Q?=E9?=': ['charset-lie =?us-ascii?Q?=E9?='],
  };
  for (const [written, expected] of Object.entries(faults)) {
    assert.equal(faultsOf(written), expected, written);
  }
});

test('a word by itself: what is broken has no text, what lies has U+FFFD', () => {
  const written =
    '=?utf-8?Q?=ZZ?= =?utf8x?Q?a?= =?utf-8?Q?a=E9?= =?utf-8?B?w6k?= =?utf-8?Q?=c3=a9?=';
  assert.equal(
    scanEncodedWords(written, 'text').words.map((word) => word.text),
    [undefined, undefined, 'a\ufffd', 'é', 'é'],
  );
});

test('a split character is one fault, at the first of the words that share it (W12)', () => {
  const [c3, a9, e9] = ['=?utf-8?Q?=C3?=', '=?UTF-8*fr?B?qQ==?=', '=?utf-8?Q?=E9?='];
  const split = `split-char ${c3}`;
  const lie = (word: string) => `charset-lie ${word}`;
  assert.equal(faultsOf(`${c3} ${a9}`), [split]);
  assert.equal(faultsOf(`=?utf-8?Q?a?= ${c3}\t${a9} =?utf-8?Q?b?=`), [split]);
  assert.equal(faultsOf(`${c3} ${a9} =?utf-8?Q?b?= ${e9}`), [split, lie(e9)]);
  assert.equal(faultsOf(`${c3} x ${a9}`), [lie(c3), lie(a9)]);
  assert.equal(faultsOf(`${c3} =?iso-8859-1?Q?=A9?=`), [lie(c3)]);
  assert.equal(faultsOf(`${c3} =?utf-8?Q?=41?=`), [lie(c3)]);
  // The second octet of a character of Shift_JIS may be a letter.
  const half = '=?shift_jis?Q?=83?=';
  assert.equal(faultsOf(`${half} =?shift_jis?Q?A?=`), [`split-char ${half}`]);
  assert.is(decodeEncodedWords(`${half} =?shift_jis?Q?A?=`), 'ア');
});

test('a word touches nothing but blanks, in a comment also parentheses', () => {
  const [a, b] = ['=?utf-8?Q?a?=', '=?utf-8?Q?b?='];
  assert.equal(faultsOf(`Re:${a} x`), [`not-separated ${a}`]);
  assert.equal(faultsOf(`${a}, x`), [`not-separated ${a}`]);
  assert.equal(faultsOf(`Re:${a}x`), [`not-separated ${a}`]);
  assert.equal(faultsOf(`${a}${b}`), [`not-separated ${b}`]);
  assert.equal(faultsOf(`\t${a}\t${b} `), []);
  assert.equal(faultsOf(`(${a})`), [`not-separated ${a}`]);
  assert.equal(faultsOf(`(${a})`, 'comment'), []);
  assert.equal(faultsOf(`(${a}.)`, 'comment'), [`not-separated ${a}`]);
  assert.equal(faultsOf(`"x"${a}`, 'phrase'), [`not-separated ${a}`]);
});

test('a Q word in a phrase holds nothing that means something there', () => {
  const unsafe = '=?utf-8?Q?a,b?=';
  assert.equal(faultsOf(unsafe, 'phrase'), [`q-unsafe ${unsafe}`]);
  assert.equal(faultsOf(unsafe, 'text'), []);
  assert.equal(faultsOf('=?utf-8?Q?aZ0!*+-/=5F_?=', 'phrase'), []);
  assert.equal(faultsOf('=?utf-8?Q?a?b?=', 'phrase'), ['bad-payload =?utf-8?Q?a?b?=']);
});

test('law: linear, whatever is repeated', () => {
  for (const repeated of [
    ...['=?', '=', '?', '_', '=?utf-8?Q?', '=?utf-8?Q?a?= ', '=?utf-8?Q?a?=', '=?utf-8?Q?=C3?= '],
    ...['=?utf-8?Q?=C3?= =?utf-8?Q?=A9?= ', '=?x?b?!?=', '=?gbk?Q?=81?= '],
  ]) {
    const written = `=?utf-8?Q?a?= ${repeated.repeat(100_000)}`;
    assertLinear(repeated, () => scanEncodedWords(written, 'phrase'));
  }
});

test.run();
