/** Control and format characters as escapes. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { printable } from '../../lib/report/printable.ts';

const test = suite('report/printable');

test('controls, marks of direction, line separators and lone surrogates are escaped', () => {
  assert.is(
    printable('a\0\t\n\u001b\u007f\u0085b'),
    'a\\u0000\\u0009\\u000a\\u001b\\u007f\\u0085b',
  );
  assert.is(printable('\u061c\u200e\u202e\u2066'), '\\u061c\\u200e\\u202e\\u2066');
  assert.is(printable('\u2028\u2029\ufeff\u00ad'), '\\u2028\\u2029\\ufeff\\u00ad');
  assert.is(printable('\ud800x\udc00'), '\\ud800x\\udc00');
  assert.is(printable('\u{e0041}'), '\\udb40\\udc41');
});

test('text stays, in every script', () => {
  for (const text of [
    '',
    'Zoë \\u001b "x"',
    '日本語 שלום हिन्दी',
    '👨\u200d👩\u200d👧 e\u0301 \u3000',
  ]) {
    assert.is(printable(text), text);
  }
});

test.run();
