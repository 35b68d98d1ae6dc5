/** The door from ASCII text to octets. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAscii, writeAscii } from '../../lib/octets/ascii.ts';
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

test.run();
