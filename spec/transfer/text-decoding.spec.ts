/** Bodies as text. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as arbitraries from '../../lib/testing/arbitraries.ts';
import { encodeText } from '../../lib/transfer/charset.ts';
import { charsets } from '../../lib/transfer/charset-table.ts';
import { decodeBodyText } from '../../lib/transfer/text-decoding.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('transfer/text-decoding');

function decoded(octets: string, charset?: string) {
  const { text, charset: name, defects } = decodeBodyText(Buffer.from(octets, 'latin1'), charset);
  return [text, name, ...defects.map(({ code, start, end }) => `${code} ${start}-${end}`)];
}

const rows: readonly (readonly [octets: string, charset: string | undefined, ...body: string[]])[] =
  [
    ['', undefined, '', 'us-ascii'],
    ['plain', undefined, 'plain', 'us-ascii'],
    ['caf\xc3\xa9', 'UTF8', 'café', 'utf-8'],
    ['caf\xe9', 'Latin1', 'café', 'iso-8859-1'],
    ['a\xc3\xa9', undefined, 'aé', 'utf-8', 'charset-us-ascii-8bit 1-3'],
    ['a\xe9b\xe8', 'us-ascii', 'aébè', 'iso-8859-1', 'charset-us-ascii-8bit 1-2'],
    ['plain', 'DEFAULT', 'plain', 'utf-8', 'charset-unknown 0-0'],
    ['\xe9', 'utf-7', 'é', 'iso-8859-1', 'charset-unknown 0-0'],
    ['', '', '', 'utf-8', 'charset-unknown 0-0'],
    ['caf\xe9!', 'utf-8', 'caf\ufffd!', 'utf-8', 'charset-invalid-bytes 3-4'],
    ['a\x81', 'windows-1252', 'a\ufffd', 'windows-1252', 'charset-invalid-bytes 1-2'],
    ['caf\xc3\xa9', 'iso-8859-1', 'café', 'utf-8', 'charset-mislabelled 3-5'],
    ['AVEL\xc3\xae', 'iso-8859-1', 'AVELÃ®', 'iso-8859-1'],
    ['\xef\xbb\xbfa', 'utf-8', '\ufeffa', 'utf-8'],
    ['a\r\nb\rc\nd\r\r\ne\n\rf', undefined, 'a\nb\nc\nd\ne\n\nf', 'us-ascii'],
    ['a\0\r\0\n\0b\0', 'utf-16le', 'a\nb', 'utf-16le'],
  ];
for (const [octets, charset, ...body] of rows) {
  test(`${JSON.stringify(octets)} in ${charset}`, () => {
    assert.equal(decoded(octets, charset), body);
  });
}

test('the detail of a wrong label names both charsets', () => {
  const { defects } = decodeBodyText(Buffer.from('café'), 'cp1252');
  assert.is(defects[0]?.detail, 'UTF-8, not windows-1252');
});

test('law: text comes back from every charset that has its characters, line ends as LF', () => {
  const label = fc.constantFrom(
    ...charsets.filter(({ isReadOnly }) => !isReadOnly).map(({ name }) => name),
  );
  const lineEnd = fc.constantFrom('\r\n', '\n', '\r', '\r\r\n');
  fc.assert(
    fc.property(arbitraries.lines, label, lineEnd, (lines, charset, end) => {
      const text = lines.replace(/\r\n?/g, '\n');
      let octets: Uint8Array;
      try {
        octets = encodeText(text.replaceAll('\n', end), charset);
      } catch {
        return;
      }
      const body = decodeBodyText(octets, charset);
      assert.is(body.text, text);
      assert.equal(body.defects, []);
    }),
    { numRuns: 300 },
  );
});

test('law: any octets under any label are well-formed text, and a defect lies within them', () => {
  const label = fc.oneof(
    fc.constantFrom(...charsets.map(({ name }) => name)),
    fc.string(),
    fc.constant(undefined),
  );
  fc.assert(
    fc.property(arbitraries.octets, label, (octets, charset) => {
      const { text, defects } = decodeBodyText(octets, charset);
      assert.ok(text.isWellFormed());
      assert.not.match(text, /\r/);
      assert.ok(defects.length <= 1);
      for (const { start, end } of defects) assert.ok(start <= end && end <= octets.length);
    }),
    { numRuns: 300 },
  );
});

test('law: without a charset every octet means something', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (octets) => {
      assert.not.match(decodeBodyText(octets, undefined).text, /\ufffd/);
    }),
  );
});

test('megabytes of faults are read in linear time', () => {
  for (const piece of ['\xe9', '\xc3\xa9', '\r', '\xe2\x80', 'a\xc3']) {
    const octets = Buffer.alloc(2_000_000, Buffer.from(piece, 'latin1'));
    for (const charset of ['utf-8', 'gb18030', 'utf-16'])
      assertLinear(`${JSON.stringify(piece)} in ${charset}`, () => decodeBodyText(octets, charset));
  }
});

test.run();
