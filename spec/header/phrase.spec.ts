/** Display names: atoms, else a quoted string, else encoded-words (RFC 5322 §3.2.5, RFC 2047 §5). */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatPhrase, quotedString } from '../../lib/header/phrase.ts';
import { text } from '../../lib/testing/arbitraries.ts';
import { decodeWord } from '../support/encoded-words.ts';

const test = suite('header/phrase');

const ATOMS = /^(?: [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)+$/;
const QUOTED = /^ "(?:[^"\\]|\\.)*"$/;

test('law: a name has one form only, and that is the name (A2)', () => {
  fc.assert(
    fc.property(text, (name) => {
      const pieces = formatPhrase(name, 'From');
      const phrase = pieces.join('');
      const forms = [
        ATOMS.test(phrase) && !phrase.includes('=?') ? phrase.slice(1) : undefined,
        QUOTED.test(phrase) ? phrase.slice(2, -1).replace(/\\(.)/g, '$1') : undefined,
        phrase.startsWith(' =?')
          ? pieces.map((word) => decodeWord(word.slice(1))).join('')
          : undefined,
      ];
      assert.equal(
        forms.filter((form) => form !== undefined),
        [name],
      );
    }),
    { numRuns: 300 },
  );
});

test('law: a piece fits on a line of its own', () => {
  fc.assert(
    fc.property(text, (name) => {
      for (const piece of formatPhrase(name, 'Reply-To')) assert.ok(piece.length <= 76, piece);
    }),
  );
});

test('names by hand', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Ann', ' Ann'],
    ["O'Neill & Co", " O'Neill & Co"],
    ['Doe, Ann', ' "Doe, Ann"'],
    ['Ann "A" \\', ' "Ann \\"A\\" \\\\"'],
    ['Ann J. Doe', ' "Ann J. Doe"'],
    ['a@b.example', ' "a@b.example"'],
    ['Zoë Miller', ' =?utf-8?Q?Zo=C3=AB_Miller?='],
    ['Ann  Doe', ' =?utf-8?Q?Ann__Doe?='],
    ['a;b', ' =?utf-8?B?YTti?='],
    ['=?x', ' =?utf-8?B?PT94?='],
  ];
  for (const [name, phrase] of cases) assert.is(formatPhrase(name, 'To').join(''), phrase);
});

test('a quoted string escapes quotes and backslashes alone', () => {
  assert.is(quotedString('a"b\\c<d>'), '"a\\"b\\\\c<d>"');
});

test('a name of millions of atoms does not run out of stack', () => {
  const name = `${'a '.repeat(4e6)}a`;
  assert.is(formatPhrase(name, 'To').length, 4e6 + 1);
});

test.run();
