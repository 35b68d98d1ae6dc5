/** Decoding quoted-printable: RFC 2045 §6.7, beside libqp. */

import fc from 'fast-check';
import { decode } from 'libqp';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeQuotedPrintable } from '../../lib/transfer/quoted-printable-decoding.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('transfer/quoted-printable-decoding');

function decoded(text: string): string {
  return Buffer.from(decodeQuotedPrintable(Buffer.from(text, 'latin1'))).toString('latin1');
}

test('escapes, soft breaks and text', () => {
  assert.is(decoded('caf=C3=A9 =3D=\r\n ok\r\n'), 'caf\xc3\xa9 = ok\r\n');
  assert.is(decoded(''), '');
});

test('forgives lower-case digits, blanks at line ends, a soft break at the end (Q8)', () => {
  assert.is(decoded('=c3=a9'), '\xc3\xa9');
  assert.is(decoded('a \t\r\nb  '), 'a\r\nb');
  assert.is(decoded('a= \t\r\nb'), 'ab');
  assert.is(decoded('a ='), 'a ');
  assert.is(decoded('a=20\r\n=09'), 'a \r\n\t');
});

test('bad escapes stay as they are', () => {
  assert.is(decoded('1 = 2 =G1 =4'), '1 = 2 =G1 =4');
  assert.is(decoded('=4=\r\n1'), '=41');
  assert.is(decoded('==41'), '=A');
});

test('lines end in CRLF, LF, CR or CR CR LF, which stay as they are', () => {
  for (const lineEnd of ['\r\n', '\n', '\r', '\r\r\n']) {
    assert.is(decoded(`a=${lineEnd}b${lineEnd}c =${lineEnd}`), `ab${lineEnd}c `);
  }
});

const piece = fc.constantFrom(
  '=',
  'a',
  'F',
  '4',
  ' ',
  '\t',
  '\r\n',
  '\n',
  '=3D',
  '=\r\n',
  'é',
  '.',
);
const body = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

/** Where libqp joins what a soft line break parts, a digit of an escape and what follows. */
const PARTED = /=[0-9A-Fa-f]?(?:=[ \t]*(?:\r?\n|$))+/;
/** A `=` whose blanks behind it are no trailing ones once the soft break is gone. */
const BLANKS_BEHIND_EQUALS = /=[ \t]+/;

test('law: decodes as libqp does, but for escapes that a soft break parts', () => {
  fc.assert(
    fc.property(
      body.filter((text) => !PARTED.test(text) && !BLANKS_BEHIND_EQUALS.test(text)),
      (text) => {
        const octets = Buffer.from(text, 'latin1');
        assert.is(decoded(text), decode(octets).toString('latin1'));
      },
    ),
    { numRuns: 2000 },
  );
});

test('law: never longer than what is decoded, and text without "=" and blanks is kept', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
      assert.ok(decodeQuotedPrintable(octets).length <= octets.length);
      const kept = Buffer.from(octets.filter((octet) => octet !== 0x3d && octet > 0x20));
      assert.ok(Buffer.from(decodeQuotedPrintable(kept)).equals(kept));
    }),
  );
});

test('megabytes of anything take linear time', () => {
  for (const text of ['=', ' ', '\t\r', '= ', '=\r\n', '=3D', '=4', '\r', 'x', ' =']) {
    const octets = Buffer.from(text.repeat(3_000_000));
    assertLinear(JSON.stringify(text), () => decodeQuotedPrintable(octets));
  }
});

test.run();
