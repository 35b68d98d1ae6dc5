/** Field bodies without their comments. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { blankComments } from '../../lib/header/comment-blanking.ts';
import { ParameterScanner } from '../../lib/header/parameter-scanner.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('header/comment-blanking');

function blank(text: string, from = 0): string {
  return blankComments(new ParameterScanner(text, from));
}

test('comments become blanks, nested ones and quoted parentheses too', () => {
  assert.is(blank('a(b)c'), 'a   c');
  assert.is(blank('(a(b\\)) c) d(e'), '           d  ');
  assert.is(blank('(a)(b)', 3), '(a)   ');
});

test('law: every character stays where it was, or is a blank', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '(', ')', '\\', ' ', '\t', '"') });
  fc.assert(
    fc.property(text, (body) => {
      const blanked = blank(body);
      assert.is(blanked.length, body.length);
      assert.not.match(blanked, /\(/);
      for (const [at, character] of [...blanked].entries()) {
        assert.ok(character === ' ' || character === body[at]);
      }
    }),
  );
});

test('law: linear in time', () => {
  for (const piece of ['(', '()', '(a) b', '\\(', '(\\)']) {
    assertLinear(piece, () => blank(piece.repeat(300_000)));
  }
});

test.run();
