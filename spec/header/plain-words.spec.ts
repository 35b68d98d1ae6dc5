/** Printable words with single blanks between, and nothing else. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isPlainWords } from '../../lib/header/plain-words.ts';
import { anyString } from '../../lib/testing/arbitraries.ts';

const test = suite('header/plain-words');

test('law: plain words are words of printable ASCII, joined by one blank each', () => {
  const likely = fc
    .array(fc.constantFrom('a', '~', '!', ' ', ' ', 'b  c', '\t', '\x7f'))
    .map((c) => c.join(''));
  fc.assert(
    fc.property(fc.oneof(anyString, likely), (text) => {
      assert.is(
        isPlainWords(text),
        text.split(' ').every((word) => /^[!-~]+$/.test(word)),
      );
    }),
    { numRuns: 500 },
  );
});

test('millions of words do not run out of stack', () => {
  assert.ok(isPlainWords(`${'a '.repeat(8e6)}a`));
});

test.run();
