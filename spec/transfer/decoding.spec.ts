/** Transfer encodings undone. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { base64Octets, writeBase64 } from '../../lib/transfer/base64.ts';
import { decodeBase64, decodedOctetCount, decodeTransfer } from '../../lib/transfer/decoding.ts';

const test = suite('transfer/decoding');

function encoded(content: Uint8Array): Buffer {
  const target = Buffer.alloc(base64Octets(content.length));
  writeBase64(content, target, 0);
  return target;
}

test('law: base64 decodes to what was encoded, and is counted so (B1)', () => {
  const content = fc
    .tuple(fc.nat(12_000), fc.nat(255))
    .map(([length, seed]) => Uint8Array.from({ length }, (_, at) => (seed + at * at) & 0xff));
  fc.assert(
    fc.property(content, fc.constantFrom('\r\n', '\n', '\r'), (octets, lineEnd) => {
      const text = encoded(octets).toString('latin1').replaceAll('\r\n', lineEnd) + lineEnd;
      const body = Buffer.from(text, 'latin1');
      assert.ok(Buffer.from(octets).equals(decodeTransfer(body, 'base64')));
      assert.is(decodedOctetCount(body, 'base64'), octets.length);
    }),
  );
});

test('law: base64 that is laid out oddly is counted as it is decoded', () => {
  const piece = fc.constantFrom(
    'QUJD'.repeat(600),
    'Zg==',
    'Zg',
    'Z',
    '=',
    ' ',
    '\t',
    '\r\n',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const body = Buffer.from(pieces.join(''));
      assert.is(decodedOctetCount(body, 'base64'), decodeBase64(body).length);
    }),
  );
});

test('law: quoted-printable is counted as it is decoded, also where it is broken', () => {
  const piece = fc.constantFrom(
    'abc',
    '=C3=A9',
    '=\r\n',
    '\r\n',
    '=',
    '=4',
    '=c3',
    ' ',
    '\t',
    '\n',
    '\r',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const body = Buffer.from(pieces.join(''));
      const decoded = decodeTransfer(body, 'quoted-printable');
      assert.is(decodedOctetCount(body, 'quoted-printable'), decoded.length);
    }),
    { numRuns: 1000 },
  );
});

test('base64 of RFC 4648 §10, and what readers forgive', () => {
  const decode = (text: string): string => Buffer.from(decodeBase64(Buffer.from(text))).toString();
  const words = ['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy'];
  assert.equal(words.map(decode), ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar']);
  assert.is(decode('Zm9vYg'), 'foob');
  assert.is(decode('Zm 9\r\n!v'), 'foo');
});

test('quoted-printable is decoded and counted', () => {
  const body = Buffer.from('caf=C3=A9 =\r\n1 =3D 1');
  assert.is(Buffer.from(decodeTransfer(body, 'quoted-printable')).toString(), 'café 1 = 1');
  assert.is(decodedOctetCount(body, 'quoted-printable'), 11);
});

const lineEnds = ['\n', '\r', '\r\r\n'];

test('law: quoted-printable decodes to the same lines, whatever its line ends are', () => {
  const piece = fc.constantFrom(
    'ab',
    '=C3=A9',
    '=\r\n',
    '= \t\r\n',
    '\r\n',
    ' \r\n',
    '=',
    '=4',
    'G',
    ' ',
    '\t',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const lines = (text: string): string =>
        Buffer.from(decodeTransfer(Buffer.from(text), 'quoted-printable'))
          .toString()
          .replace(/\r\r\n|\r\n?/g, '\n');
      const body = pieces.join('');
      for (const end of lineEnds)
        assert.is(lines(body.replaceAll('\r\n', end)), lines(body), JSON.stringify(end));
    }),
    { numRuns: 1000 },
  );
});

test('soft line breaks end at CRLF, LF, CR or CR CR LF; other line ends stay as they are', () => {
  const body = 'a=\r\nb=\nc=\rd=\r\r\ne= \t\rf\rg\r\rh\n=';
  const decoded = decodeTransfer(Buffer.from(body), 'quoted-printable');
  assert.is(Buffer.from(decoded).toString(), 'abcdef\rg\r\rh\n');
  assert.is(decodedOctetCount(Buffer.from(body), 'quoted-printable'), decoded.length);
});

test('quoted-printable of RFC 2045 §6.7 edges decodes, and what readers forgive', () => {
  const decode = (text: string): string =>
    Buffer.from(decodeTransfer(Buffer.from(text), 'quoted-printable')).toString();
  const bodies = [
    `${'a'.repeat(75)}=\r\na`,
    `${'a'.repeat(75)}=\r\n=3D`,
    'foo=20',
    'foo =20',
    'foo=09',
    'a=20\r\n',
    'a =0D=0A',
  ];
  assert.equal(bodies.map(decode), [
    'a'.repeat(76),
    `${'a'.repeat(75)}=`,
    'foo ',
    'foo  ',
    'foo\t',
    'a \r\n',
    'a \r\n',
  ]);
  assert.equal(['caf=c3=a9', 'hi \t\r\nyou', 'a=\nb\n', 'end=', '1 = 2'].map(decode), [
    'café',
    'hi\r\nyou',
    'ab\n',
    'end',
    '1 = 2',
  ]);
});

test('any other encoding leaves the octets as they are, without a copy', () => {
  const body = Buffer.from('=41');
  for (const name of ['7bit', '8bit', 'binary', 'x-uuencode', '']) {
    assert.is(decodeTransfer(body, name), body);
    assert.is(decodedOctetCount(body, name), 3);
  }
});

test.run();
