/** Words that pass for Latin ones: forgeries are found, names of two scripts are left in peace. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isWhollyAlike, mixedWord } from '../../../../lib/preflight/rules/address/look-alike.ts';

const test = suite('preflight/rules/address/look-alike');

const forged = [
  ['\u0410pple', '\u0410pple'],
  ['The p\u0430ypal team', 'p\u0430ypal'],
  ['\u0391mazon', '\u0391mazon'],
  ['Micr\u03bfsoft', 'Micr\u03bfsoft'],
] as const;

test('a Latin word with look-alikes in it is found', () => {
  for (const [text, word] of forged) assert.is(mixedWord(text), word, text);
});

test('names in one script, in two words, or with letters that show where they are from are none', () => {
  const names = [
    'Ann Doe',
    'Анна Doe',
    'Ελένη Papa',
    'PRофи',
    'Zoë Müller',
    'IT-отдел',
    '株式会社ABC',
    '',
  ];
  for (const name of names) assert.is(mixedWord(name), undefined, name);
});

test('a word is wholly alike when each letter passes for a Latin one', () => {
  for (const word of ['\u0430\u0440\u0440\u04cf\u0435', '\u0441\u0430\u0445\u0430\u0440-1']) {
    assert.ok(isWhollyAlike(word), word);
  }
  for (const word of ['apple', 'почта', 'пример', '']) assert.not(isWhollyAlike(word), word);
});

test.run();
