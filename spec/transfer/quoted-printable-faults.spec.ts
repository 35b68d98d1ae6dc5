/** What is wrong with quoted-printable, row by row and where damage is done. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as arbitraries from '../../lib/testing/arbitraries.ts';
import { decodeQuotedPrintable } from '../../lib/transfer/quoted-printable-decoding.ts';
import { quotedPrintableFaults } from '../../lib/transfer/quoted-printable-faults.ts';
import { encodeBody, notes } from '../support/encoded-body.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('transfer/quoted-printable-faults');

const faultsOf = (text: string): readonly string[] =>
  notes(quotedPrintableFaults(Buffer.from(text, 'latin1')));

const rows: readonly (readonly [body: string, ...faults: string[]])[] = [
  ['caf=C3=A9 =\r\nand more\r\n\r\n'],
  ['tab\there, a=\n soft break, and=\r another'],
  [`${'a'.repeat(76)}\r\n${'a'.repeat(75)}=\r\nb`],
  [`${'a'.repeat(77)}\r\nb`, 'qp-line-length 0-77'],
  [`b\n${'a'.repeat(76)}=\nb`, 'qp-line-length 2-79'],
  ['1 = 2', 'qp-bad-escape 2-3'],
  ['=G1', 'qp-bad-escape 0-1'],
  ['=4G', 'qp-bad-escape 0-2'],
  ['a=4\r\nb', 'qp-bad-escape 1-3'],
  ['a=4', 'qp-bad-escape 1-3'],
  ['==41', 'qp-bad-escape 0-1'],
  ['=G=4=', 'qp-bad-escape 0-1', 'qp-bad-escape 2-4', 'qp-dangling-soft-break 4-5'],
  ['caf=c3=a9', 'qp-lowercase-hex 3-9'],
  ['=aB=Ab=AB', 'qp-lowercase-hex 0-6'],
  ['caf\xe9', 'qp-raw-8bit 3-4'],
  ['caf\xc3\xa9\x7f\0 \x1b', 'qp-raw-8bit 3-7', 'qp-raw-8bit 8-9'],
  [
    'hi \r\nyou\t \nall\t',
    'qp-trailing-whitespace 2-3',
    'qp-trailing-whitespace 8-10',
    'qp-trailing-whitespace 14-15',
  ],
  ['a= \r\nb', 'qp-trailing-whitespace 2-3'],
  ['end=', 'qp-dangling-soft-break 3-4'],
  ['end=\r\n', 'qp-dangling-soft-break 3-4'],
  ['end= \t', 'qp-dangling-soft-break 3-4', 'qp-trailing-whitespace 4-6'],
  ['soft=\r\n\r\n'],
  ['odd\r\r\nline=\r\r\nend'],
];
for (const [body, ...faults] of rows) {
  test(`${JSON.stringify(body.slice(0, 30))}: ${faults.join(', ') || 'nothing'}`, () => {
    assert.equal(faultsOf(body), faults);
  });
}

test('law: what our encoder writes has no fault, whatever its line ends become', () => {
  const lineEnd = fc.constantFrom('\r\n', '\n', '\r', '\r\r\n');
  fc.assert(
    fc.property(arbitraries.octets, fc.boolean(), lineEnd, (content, isText, end) => {
      const body = encodeBody(content, isText ? 'quoted-printable' : 'binary quoted-printable');
      assert.equal(faultsOf(body.toString('latin1').replaceAll('\r\n', end)), []);
    }),
  );
});

/** What is put into a body, and the code that it must raise there. */
const damages = [
  ['=G', 'qp-bad-escape'],
  ['=c3', 'qp-lowercase-hex'],
  ['\xe9', 'qp-raw-8bit'],
  ['\x07', 'qp-raw-8bit'],
  [' \r\n', 'qp-trailing-whitespace'],
  ['\t\n', 'qp-trailing-whitespace'],
  [`\r\n${'x'.repeat(77)}\r\n`, 'qp-line-length'],
] as const;

test('law: each damage is reported, at its place (Q8)', () => {
  const content = fc
    .array(fc.string({ unit: 'grapheme', maxLength: 120 }))
    .map((l) => l.join('\r\n'));
  fc.assert(
    fc.property(content, fc.nat(), fc.constantFrom(...damages), (text, seed, [damage, code]) => {
      const body = encodeBody(Buffer.from(text), 'quoted-printable').toString('latin1');
      const places = [
        0,
        ...[...body.matchAll(/=[0-9A-F]{2}|=?\r\n|[^\r\n=]/g)].map((m) => m.index + m[0].length),
      ];
      const at = places[seed % places.length] ?? 0;
      const octets = Buffer.from(body.slice(0, at) + damage + body.slice(at), 'latin1');
      const found = quotedPrintableFaults(octets).filter((defect) => defect.code === code);
      const first = at + damage.search(/[^\r\n]/);
      assert.ok(
        found.some(({ start, end }) => start <= first && first < end),
        code,
      );
    }),
  );
});

test('law: faults lie within the body, in order, and never throw', () => {
  const piece = fc.constantFrom(
    '=',
    '=4',
    '=c3',
    '=41',
    ' ',
    '\t',
    '\r',
    '\n',
    '\r\n',
    'abc',
    '\0',
    '\xff',
    'x'.repeat(70),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const body = Buffer.from(pieces.join(''), 'latin1');
      let before = 0;
      for (const { start, end } of quotedPrintableFaults(body)) {
        assert.ok(before <= start && start < end && end <= body.length);
        before = start;
      }
    }),
  );
});

test('law: a body without faults decodes and encodes to a body that decodes alike', () => {
  const piece = fc.constantFrom(
    '=3D',
    '=C3=A9',
    'a b',
    '\r\n',
    '=\r\n',
    '\t',
    'x'.repeat(40),
    '=',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const body = Buffer.from(pieces.join(''));
      if (quotedPrintableFaults(body).length > 0) return;
      const decoded = decodeQuotedPrintable(body);
      const again = encodeBody(decoded, 'quoted-printable');
      assert.ok(Buffer.from(decoded).equals(decodeQuotedPrintable(again)));
    }),
  );
});

test('two megabytes of faults are bounded, in linear time', () => {
  for (const piece of [
    '=',
    '-',
    ' ',
    '\r',
    '\n',
    '\xe9',
    '= ',
    '=\r\n',
    'a \r\n',
    '\xe9a',
    '=c3 ',
  ]) {
    const body = Buffer.alloc(2_000_000, Buffer.from(piece, 'latin1'));
    assertLinear(JSON.stringify(piece), () =>
      assert.ok(quotedPrintableFaults(body).length <= 2001),
    );
  }
});

test.run();
