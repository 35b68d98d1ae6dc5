/** Words side by side: RFC 2047 §6.2. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeTogether, type WordOctets, wordRuns } from '../../lib/header/encoded-word-run.ts';

const test = suite('header/encoded-word-run');

/** One word for each letter of a text, in UTF-8 for `u`, Latin-1 for `l`. */
function wordsOf(text: string): readonly WordOctets[] {
  const charsets: Readonly<Record<string, string>> = { u: 'utf-8', l: 'iso-8859-1' };
  return [...text.matchAll(/[a-z]/g)].map(({ 0: letter, index: start }) => {
    const charset = charsets[letter] ?? 'no-charset';
    return { start, end: start + 1, charset, octets: Buffer.from(letter) };
  });
}

test('a run is of one charset, with nothing but blanks between its words', () => {
  const text = 'uu \r\n\tu+u l u';
  const runs = wordRuns(text, wordsOf(text));
  assert.equal(
    runs.map((run) => text.slice(run[0]?.start, run.at(-1)?.end)),
    ['uu \r\n\tu', 'u', 'l', 'u'],
  );
  assert.equal(wordRuns('', []), []);
});

test('words of a run are decoded as one', () => {
  const half = { start: 0, end: 1, charset: 'utf-8', octets: Buffer.from([0xc3]) };
  const rest = { start: 2, end: 3, charset: 'utf-8', octets: Buffer.from([0xa9]) };
  assert.equal(decodeTogether([half, rest]), {
    text: 'é',
    isExact: true,
    isMislabelled: false,
  });
  assert.equal(decodeTogether([half]), {
    text: '\ufffd',
    isExact: false,
    isMislabelled: false,
  });
  assert.is(decodeTogether(wordsOf('x')), undefined);
});

test.run();
