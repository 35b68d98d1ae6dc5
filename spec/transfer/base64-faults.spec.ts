/** What is wrong with base64, row by row and where damage is done. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { countLineEnds } from '../../lib/octets/line-scan.ts';
import { base64Faults, surveyBase64 } from '../../lib/transfer/base64-faults.ts';
import { decodeBase64 } from '../../lib/transfer/decoding.ts';
import { encodeBody, notes } from '../support/encoded-body.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('transfer/base64-faults');

const faultsOf = (text: string): readonly string[] =>
  notes(base64Faults(Buffer.from(text, 'latin1')));

const rows: readonly (readonly [body: string, ...faults: string[]])[] = [
  [''],
  ['Zg=='],
  ['Zm8='],
  ['Zm9v'],
  ['Zm9vYg==\r\n'],
  ['Zm9v\nYmE=\n\n'],
  ['Zm9v\rYmFy\r\r'],
  ['Zm\r\n9vY\r\ng=\r\n=\r\n\r\n'],
  ['SGVs!bG8=', 'base64-alphabet 4-5'],
  ['SGVs  bG8=', 'base64-alphabet 4-6'],
  [
    'SGVs!\t!bG8=\0\xe9',
    'base64-alphabet 4-5',
    'base64-alphabet 5-6',
    'base64-alphabet 6-7',
    'base64-alphabet 11-13',
  ],
  ['_-8=', 'base64-url-alphabet 0-2'],
  ['Zm9v_w==', 'base64-url-alphabet 4-5'],
  ['A'.repeat(76)],
  [`${'A'.repeat(76)}\r\nAAAA\r\n${'A'.repeat(80)}\r\n`, 'base64-line-length 84-164'],
  [`${'A'.repeat(76)} \r\nAAAA`, 'base64-line-length 0-77', 'base64-alphabet 76-77'],
  ['Zg', 'base64-padding 2-2'],
  ['Zg\r\n', 'base64-padding 2-2'],
  ['Zg=', 'base64-padding 3-3'],
  ['Zg===', 'base64-padding 4-5'],
  ['Zm9v=', 'base64-padding 4-5'],
  ['Zm9vZ', 'base64-padding 4-5'],
  ['Zm9vZ===', 'base64-padding 4-8'],
  ['====', 'base64-padding 0-4'],
  ['Zg==Zg==', 'base64-padding 2-4'],
  ['Zg==\r\nZg==\r\nZg', 'base64-padding 2-4', 'base64-padding 8-10'],
  ['Zm=9v', 'base64-padding 2-3'],
  ['Zh==', 'base64-noncanonical 1-2'],
  ['Zo==', 'base64-noncanonical 1-2'],
  ['Zm9=', 'base64-noncanonical 2-3'],
  ['Zh', 'base64-noncanonical 1-2', 'base64-padding 2-2'],
  ['Zm_=', 'base64-url-alphabet 2-3', 'base64-noncanonical 2-3'],
  ['Zm9v\r\n\r\nYmFy', 'base64-blank-line 6-8'],
  ['\r\n\n\rZm9v\r\n\r\n', 'base64-blank-line 0-4'],
];
for (const [body, ...faults] of rows) {
  test(`${JSON.stringify(body.slice(0, 30))}: ${faults.join(', ') || 'nothing'}`, () => {
    assert.equal(faultsOf(body), faults);
  });
}

/** Long enough for blocks of even lines, of any rest. */
const contents = fc
  .tuple(fc.oneof(fc.nat(400), fc.nat(60_000)), fc.nat(255))
  .map(([length, seed]) => Uint8Array.from({ length }, (_, at) => (seed + at * at) & 0xff));
const lineEnds = fc.constantFrom('\r\n', '\n', '\r', '\r\r\n');

test('law: what our encoder writes has no fault, whatever its line ends become', () => {
  fc.assert(
    fc.property(contents, lineEnds, fc.boolean(), (content, end, isEnded) => {
      const body = encodeBody(content, 'base64').toString('latin1').replaceAll('\r\n', end);
      assert.equal(faultsOf(isEnded ? body + end : body), []);
    }),
  );
});

test('law: lines of any length, in any line ends, have no fault', () => {
  fc.assert(
    fc.property(
      contents,
      fc.array(fc.tuple(fc.integer({ min: 1, max: 76 }), lineEnds), { minLength: 1 }),
      (content, layout) => {
        const text = Buffer.from(content).toString('base64');
        let body = '';
        let line = 0;
        for (let at = 0; at < text.length; line += 1) {
          const [length, end] = layout[line % layout.length] ?? [76, '\r\n'];
          body += text.slice(at, at + length) + end;
          at += length;
        }
        assert.equal(faultsOf(body), []);
      },
    ),
  );
});

/** What is put between two characters of the body, and the code that it must raise there. */
const damages = [
  ['!', 'base64-alphabet'],
  [' ', 'base64-alphabet'],
  ['\0', 'base64-alphabet'],
  ['\xe9', 'base64-alphabet'],
  ['-', 'base64-url-alphabet'],
  ['____', 'base64-url-alphabet'],
  ['=', 'base64-padding'],
  ['==', 'base64-padding'],
  ['\r\n\r\n', 'base64-blank-line'],
  ['\n\n', 'base64-blank-line'],
  [`\r\n${'A'.repeat(80)}\r\n`, 'base64-line-length'],
] as const;

test('law: each damage is reported, at its place (B6)', () => {
  fc.assert(
    fc.property(
      contents,
      lineEnds,
      fc.nat(),
      fc.constantFrom(...damages),
      (content, lineEnd, seed, [damage, code]) => {
        const body = encodeBody(content, 'base64').toString('latin1').replaceAll('\r\n', lineEnd);
        const places = [...body.matchAll(/[^\r\n=](?=[^\r\n=])/g)].map(({ index }) => index + 1);
        const at = places[seed % places.length];
        if (at === undefined) return;
        const octets = Buffer.from(body.slice(0, at) + damage + body.slice(at), 'latin1');
        const last = at + damage.length - 1 - (code === 'base64-line-length' ? 2 : 0);
        const found = base64Faults(octets).filter((defect) => defect.code === code);
        assert.ok(
          found.some(({ start, end }) => start <= last && last < end),
          code,
        );
      },
    ),
  );
});

test('law: each character that became another octet is reported, in lines of any one length', () => {
  const damage = fc.constantFrom('-', '_', '!', ' ', '\x7f', '\xff', '=');
  const width = fc.constantFrom(4, 5, 6, 64, 73, 76);
  fc.assert(
    fc.property(
      contents,
      width,
      lineEnds,
      fc.nat(),
      damage,
      (content, length, end, seed, octet) => {
        const text = Buffer.from(content).toString('base64');
        const body = text.replace(new RegExp(`.{${length}}`, 'g'), `$&${end}`);
        const places = [...body.matchAll(/[^\r\n=](?=\s*[^\s=])/g)].map(({ index }) => index);
        const at = places[seed % places.length];
        if (at === undefined) return;
        const octets = Buffer.from(body.slice(0, at) + octet + body.slice(at + 1), 'latin1');
        const faults = base64Faults(octets).filter(({ code }) => code !== 'base64-noncanonical');
        assert.ok(faults.some((fault) => fault.start === at && fault.end === at + 1));
      },
    ),
  );
});

test('law: characters lost at the end are reported, if any are missing', () => {
  fc.assert(
    fc.property(contents, fc.integer({ min: 1, max: 3 }), (content, lost) => {
      const body = encodeBody(content, 'base64').toString('latin1');
      if (body.length < 4 || body.at(-lost - 1) === '\n') return;
      const faults = faultsOf(body.slice(0, -lost));
      assert.ok(faults.at(-1)?.startsWith('base64-padding') ?? false);
    }),
  );
});

const pieces = fc.constantFrom(
  'QUJD',
  'QUJD'.repeat(19),
  `${'QUJD'.repeat(19)}\r\n`.repeat(5),
  'Zg==',
  'Zg',
  'Z',
  '=',
  ' ',
  '\t',
  '\r\n',
  '\n',
  '\r',
  '-',
  '_',
  '!',
  '\xff',
);

test('law: faults lie within the body, in order, and never throw', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (list) => {
      const body = Buffer.from(list.join(''), 'latin1');
      let before = 0;
      for (const { start, end } of base64Faults(body)) {
        assert.ok(before <= start && start <= end && end <= body.length);
        before = start;
      }
    }),
  );
});

test('law: a body without faults is, but for its line ends, the base64 of what it decodes to', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
      const text = list.join('');
      const body = Buffer.from(text, 'latin1');
      const again = encodeBody(decodeBase64(body), 'base64').toString('latin1');
      const isClean = base64Faults(body).length === 0;
      if (isClean) assert.is(again.replaceAll('\r\n', ''), text.replace(/[\r\n]/g, ''));
      else assert.is.not(again, text);
    }),
    { numRuns: 1000 },
  );
});

test('law: lines that are passed over end as a look at each would say', () => {
  const even = fc.tuple(fc.constantFrom('\r\n', '\n', '\r', '\r\r\n'), fc.nat(40), fc.nat(700));
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, even), { maxLength: 12 }), (list) => {
      const text = list.map((one) =>
        typeof one === 'string' ? one : `${'ABCD'.repeat(one[1])}${one[0]}`.repeat(one[2]),
      );
      const body = Buffer.from(text.join(''), 'latin1');
      const { crlfLines, octets, defects } = surveyBase64(body);
      assert.equal(countLineEnds(body, crlfLines), countLineEnds(body));
      assert.is(octets, defects.length === 0 ? decodeBase64(body).length : undefined);
    }),
    { numRuns: 300 },
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
    '=\r\n',
    'a \r\n',
    '\xe9a',
    '=4',
    'A=\r\n',
    'AAAA\r\nAAA\r\n',
  ]) {
    const body = Buffer.alloc(2_000_000, Buffer.from(piece, 'latin1'));
    assertLinear(JSON.stringify(piece), () => assert.ok(base64Faults(body).length <= 2002));
  }
});

test.run();
