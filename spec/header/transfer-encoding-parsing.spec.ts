/** Content transfer encodings as read. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseTransferEncoding } from '../../lib/header/transfer-encoding-parsing.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('header/transfer-encoding-parsing');

function read(text: string): string {
  const { encoding, span, defects } = parseTransferEncoding(text);
  assert.ok(span.start === span.end || text.slice(span.start, span.end).toLowerCase() === encoding);
  return [encoding, ...defects.map(({ code }) => code)].join(' ');
}

test('an encoding is read in any case, with comments around it (RFC 2045 §6.1)', () => {
  for (const encoding of ['7bit', '8bit', 'binary', 'base64', 'quoted-printable', 'x-uuencode']) {
    assert.is(read(` ${encoding.toUpperCase()}`), encoding);
    assert.is(read(`(a (b)) ${encoding} (c)`), encoding);
  }
});

test('what stands around the first word is forgiven', () => {
  assert.is(read('"base64"'), 'base64 cte-syntax');
  assert.is(read("'base64';"), 'base64 cte-syntax');
  assert.is(read('base64; charset=x'), 'base64 cte-syntax');
  assert.is(read('8bit, base64'), '8bit cte-syntax');
  assert.is(read(''), '7bit cte-syntax');
  assert.is(read('(base64)'), '7bit cte-syntax');
  assert.is(read('base64 (x'), 'base64 comment-unbalanced');
});

test('what is no encoding is given, and noted (RFC 2045 §6.3)', () => {
  assert.is(read('utf-8'), 'utf-8 cte-unknown');
  assert.is(read('x-'), 'x- cte-unknown');
  assert.is(read('base64 please'), 'base64 cte-syntax');
  assert.is(read('7-bit please'), '7-bit cte-syntax cte-unknown');
  assert.equal(parseTransferEncoding(' (a) Utf-8').defects, [
    { code: 'cte-unknown', start: 5, end: 10 },
  ]);
});

test('law: total, never empty, never in capitals; linear in time', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aZ7-;="\'()\\ \t\0\xff'.split('')) });
  fc.assert(
    fc.property(text, (body) => assert.match(parseTransferEncoding(body).encoding, /^[^A-Z\s]+$/)),
  );
  for (const piece of ['(', ')', ' ', '"', ';', 'a', '" ']) {
    assertLinear(piece, () => parseTransferEncoding(piece.repeat(300_000)));
  }
});

test.run();
