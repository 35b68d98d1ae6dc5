/** Writing quoted-printable: RFC 2045 §6.7; Python's quopri decodes it back. */

import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lines, octets } from '../../lib/testing/arbitraries.ts';
import { canonicalText } from '../../lib/transfer/canonical-text.ts';
import {
  quotedPrintableOctets,
  writeQuotedPrintable,
} from '../../lib/transfer/quoted-printable.ts';
import { decodeQuotedPrintable } from '../../lib/transfer/quoted-printable-decoding.ts';
import { notRun } from '../support/not-run.ts';
import { pythonIsHere } from '../support/python.ts';

const test = suite('transfer/quoted-printable');

function encode(content: Uint8Array | string, { isText }: { readonly isText: boolean }): string {
  const octetsIn = Buffer.from(content);
  const target = Buffer.alloc(quotedPrintableOctets(octetsIn, { isText }));
  assert.is(writeQuotedPrintable(octetsIn, { isText }, target, 0), target.length);
  return target.toString('latin1');
}

/** Canonical text, and octets of any kind: what the two modes take. */
const content = fc.oneof(
  lines.map((text) => ({ octets: Buffer.from(canonicalText(text)), isText: true })),
  octets.map((bytes) => ({ octets: Buffer.from(bytes), isText: false })),
  octets.map((bytes) => ({ octets: Buffer.from(bytes), isText: true })),
);

/** The encoded lines, each with whether a soft line break stands before it. */
function encodedLines(encoded: string): readonly { line: string; isAfterSoftBreak: boolean }[] {
  const all = encoded.split('\r\n');
  return all.map((line, at) => ({ line, isAfterSoftBreak: all[at - 1]?.endsWith('=') ?? false }));
}

test('law: what is encoded decodes to itself, as text and as octets (Q1)', () => {
  fc.assert(
    fc.property(content, ({ octets: given, isText }) => {
      const encoded = encode(given, { isText });
      assert.is(Buffer.compare(decodeQuotedPrintable(Buffer.from(encoded)), given), 0);
    }),
    { numRuns: 300 },
  );
});

test('law: printable lines of at most 76 octets that end in no blank (Q2, Q3, Q4)', () => {
  fc.assert(
    fc.property(content, ({ octets: given, isText }) => {
      for (const { line } of encodedLines(encode(given, { isText }))) {
        assert.ok(line.length <= 76, line);
        assert.match(line, /^(?:[\t -<>-~]|=[0-9A-F]{2})*=?$/);
        assert.not.match(line, /[ \t]$/);
      }
    }),
    { numRuns: 300 },
  );
});

test('law: no soft line break ends the last line or stands before an empty one (Q5)', () => {
  fc.assert(
    fc.property(content, ({ octets: given, isText }) => {
      const encoded = encode(given, { isText });
      assert.not.match(encoded, /=(?:\r\n)?$/);
      assert.not.match(encoded, /=\r\n\r\n/);
    }),
  );
});

test('law: without line ends of text, CR and LF are escaped (Q6)', () => {
  fc.assert(
    fc.property(octets, (given) => {
      assert.not.match(encode(given, { isText: false }).replaceAll('=\r\n', ''), /[\r\n]/);
    }),
  );
});

test('law: no line starts with a dot or `From `, none after a soft break with a hyphen (Q7)', () => {
  fc.assert(
    fc.property(content, ({ octets: given, isText }) => {
      for (const { line, isAfterSoftBreak } of encodedLines(encode(given, { isText }))) {
        assert.not.match(line, /^(?:\.|From )/);
        if (isAfterSoftBreak) assert.not.match(line, /^-/);
      }
    }),
    { numRuns: 300 },
  );
});

test('law: harmless lines of at most 76 octets stay as they are (Q11)', () => {
  const line = fc
    .stringMatching(/^[\t -~]{0,76}$/)
    .filter((text) => !/=|[ \t]$|^(?:\.|From )/.test(text) && text.length <= 76);
  fc.assert(
    fc.property(fc.array(line), (all) => {
      const text = all.join('\r\n');
      assert.is(encode(text, { isText: true }), text);
    }),
  );
});

test('the edges of a line', () => {
  const edges: readonly (readonly [string, string])[] = [
    ['a'.repeat(76), 'a'.repeat(76)],
    ['a'.repeat(77), `${'a'.repeat(75)}=\r\naa`],
    [`${'a'.repeat(73)}=`, `${'a'.repeat(73)}=3D`],
    [`${'a'.repeat(74)}=`, `${'a'.repeat(74)}=\r\n=3D`],
    ['foo ', 'foo=20'],
    ['foo  ', 'foo =20'],
    ['foo\t', 'foo=09'],
    ['a \r\n', 'a=20\r\n'],
    ['.', '=2E'],
    ['From x\r\n.\r\n-- ', '=46rom x\r\n=2E\r\n--=20'],
    [`${'a'.repeat(75)}-b`, `${'a'.repeat(75)}=\r\n=2Db`],
  ];
  for (const [text, encoded] of edges) assert.is(encode(text, { isText: true }), encoded, text);
  assert.is(encode('a \r\n', { isText: false }), 'a =0D=0A');
});

if (pythonIsHere()) {
  test("law: Python's quopri decodes it, too", () => {
    const samples = fc.sample(content, { numRuns: 300 });
    const encoded = samples.map(({ octets: given, isText }) => encode(given, { isText }));
    const decoded = decodeWithPython(encoded);
    for (const [at, { octets: given }] of samples.entries()) {
      assert.is(decoded[at], given.toString('base64'), encoded[at]);
    }
  });
} else notRun('quopri: python3 is not installed');

/** One process for all: lines of base64 in, lines of base64 out. */
function decodeWithPython(encoded: readonly string[]): readonly string[] {
  const program =
    'import sys,base64,quopri\nfor l in sys.stdin.buffer: print(base64.b64encode(quopri.decodestring(base64.b64decode(l))).decode())';
  const input = encoded.map((text) => `${Buffer.from(text).toString('base64')}\n`).join('');
  return spawnSync('python3', ['-c', program], { input }).stdout.toString().split('\n');
}

test('a lone LF at the start of a line leaves the line ends behind it line ends (Q6)', () => {
  assert.is(encode('a\r\n\nb\r\nc\r\n', { isText: true }), 'a\r\n=0Ab\r\nc\r\n');
});

test.run();
