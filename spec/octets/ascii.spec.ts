/** The door from ASCII text to octets. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  CR,
  CRLF,
  DOT,
  EQUALS,
  HYPHEN,
  isAscii,
  isBlank,
  LF,
  SPACE,
  TAB,
  trimBlanks,
  trimBlanksAtEnd,
  trimBlanksAtStart,
  withoutBlanks,
  writeAscii,
} from '../../lib/octets/ascii.ts';
import { anyString } from '../../lib/testing/arbitraries.ts';

const test = suite('octets/ascii');

test('law: text is ASCII when its UTF-8 has no more octets than it has characters', () => {
  fc.assert(
    fc.property(anyString, (text) => {
      assert.is(isAscii(text), Buffer.byteLength(text) === text.length);
    }),
  );
});

test('characters whose low octet is CR or LF are no ASCII', () => {
  for (const character of ['\u560a', '\u560d', '\u760a', '\u760d', '\u010a', '\u010d']) {
    assert.not(isAscii(character));
  }
});

test('text is written at its place, and the offset behind it returned', () => {
  const target = Buffer.alloc(6, '-');
  assert.is(writeAscii('ab\r\n', target, 1), 5);
  assert.is(target.toString(), '-ab\r\n-');
});

test('octets are named after their characters', () => {
  const named = [TAB, LF, CR, SPACE, HYPHEN, DOT, EQUALS];
  assert.is(String.fromCharCode(...named), '\t\n\r -.=');
  assert.is(CRLF, '\r\n');
});

/** Blanks, white space that is none here, and letters. */
const blanks = fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\u00a0', 'a') });

test('law: SP and TAB alone are blanks, and are trimmed at either end', () => {
  fc.assert(
    fc.property(blanks, (text) => {
      const atStart = text.replace(/^[ \t]+/, '');
      assert.is(trimBlanksAtStart(text), atStart);
      assert.is(trimBlanksAtEnd(text), text.replace(/[ \t]+$/, ''));
      assert.is(trimBlanks(text), atStart.replace(/[ \t]+$/, ''));
      assert.is(isBlank(text), trimBlanks(text) === '');
      const { start, end } = withoutBlanks(text);
      assert.ok(start <= end);
      assert.is(text.slice(start, end), trimBlanks(text));
    }),
  );
});

test.run();
