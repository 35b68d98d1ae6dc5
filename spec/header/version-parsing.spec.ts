/** MIME versions as read. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseVersion } from '../../lib/header/version-parsing.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('header/version-parsing');

function read(text: string): string {
  const { version, defects } = parseVersion(text);
  return [version ?? '-', ...defects.map(({ code }) => code)].join(' ');
}

test('1.0 is the version, with comments and blanks anywhere (RFC 2045 §4)', () => {
  assert.is(read(' 1.0'), '1.0');
  assert.is(read(' (a (b)) 1 . (c) 0 (d)\t'), '1.0');
});

test('whatever else is invalid, and says its version where it starts with one', () => {
  assert.is(read(' 2.0'), '2.0 version-invalid');
  assert.is(read('01.0'), '01.0 version-invalid');
  assert.is(read('1.0; a=b'), '1.0 version-invalid');
  assert.is(read('1.00'), '1.00 version-invalid');
  for (const text of ['', '1', '1.', 'one', '"1.0"', 'v1.0', '1(.)0']) {
    assert.is(read(text), '- version-invalid', text);
  }
  assert.is(read('1.0 (a'), '1.0 comment-unbalanced');
});

test('law: linear in time', () => {
  for (const piece of ['(', ')', ' ', '1', '.', '1.', '"']) {
    assertLinear(piece, () => parseVersion(piece.repeat(300_000)));
  }
});

test.run();
