/** Characters that nobody sees: where they deceive, and where they belong. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  codePointName,
  hiddenCharacter,
  isInvisible,
  strayBidiControl,
} from '../../../../lib/preflight/rules/address/invisible.ts';

const test = suite('preflight/rules/address/invisible');

test('only text of nothing but such characters is invisible', () => {
  for (const text of ['\u200b', '\u00a0', '\ufeff\u200d', '\u202e', '\u{e0041}']) {
    assert.ok(isInvisible(text), codePointName(text));
  }
  for (const text of ['', 'a\u200b', 'é', ' ']) assert.not(isInvisible(text));
});

test('joiners, flags and breaks between words without blanks are no hidden characters', () => {
  const flag = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';
  const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';
  for (const name of [
    'Ann',
    family,
    `Ann ${flag}`,
    'می\u200cخواهم',
    'ภาษา\u200bไทย',
    'עברית\u200f',
  ]) {
    assert.is(hiddenCharacter(name), undefined, name);
  }
  assert.is(hiddenCharacter('A\u200bnn'), '\u200b');
  assert.is(hiddenCharacter('\ufeffAnn'), '\ufeff');
  assert.is(hiddenCharacter(`${flag} \u{e0041}`), '\u{e0041}');
});

test('what turns text around is found unless the name ends it', () => {
  assert.is(strayBidiControl('Ann \u202eeoD\u202c'), '\u202e');
  assert.is(strayBidiControl('\u2067Ann'), '\u2067');
  assert.is(strayBidiControl('\u202aAnn\u2069'), '\u202a');
  for (const name of [
    'Ann',
    '\u2068محمد\u2069 Ann',
    '\u202aAnn\u202c',
    'محمد\u200e',
    'Ann\u202c',
  ]) {
    assert.is(strayBidiControl(name), undefined);
  }
});

test.run();
