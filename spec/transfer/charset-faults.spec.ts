/** Where octets are nothing in their charset. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeText, encodeText } from '../../lib/transfer/charset.ts';
import { firstEightBitRun, firstUndecodable } from '../../lib/transfer/charset-faults.ts';
import { charsets } from '../../lib/transfer/charset-table.ts';

const test = suite('transfer/charset-faults');

const rows: readonly (readonly [charset: string, octets: string, start: number, end: number])[] = [
  ['utf-8', 'caf\xe9!', 3, 4],
  ['utf-8', 'caf\xc3\xa9 \xe2\x82!', 6, 8],
  ['utf-8', '\xef\xbf\xbd\xff', 3, 4],
  ['windows-1252', 'a\xe9\x81', 2, 3],
  ['iso-8859-7', '\xc1\xd2\xc1', 1, 2],
  ['gbk', '\xc4\xe3\xff\xff', 2, 3],
  ['shift_jis', '\x82\xa0\x82', 2, 3],
  ['euc-kr', '\xb0\xa1 \xff', 3, 4],
  ['gb18030', 'a\x84\x31\xa4\x37\xff\xff', 5, 6],
  ['iso-2022-jp', 'ab\xe9', 2, 3],
  ['utf-16', '\xff\xfea\0\0\xd8b\0', 4, 5],
  ['utf-16le', 'a\0\0\xd8b\0', 2, 3],
  ['utf-16be', '\0a\xd8\0\0b', 2, 3],
  ['utf-32be', '\0\0\0a\0\x11\0\0', 4, 5],
];
for (const [charset, text, start, end] of rows) {
  test(`${charset}: ${JSON.stringify(text)}`, () => {
    const octets = Buffer.from(text, 'latin1');
    const decoded = decodeText(octets, charset);
    assert.is(decoded?.isExact, false);
    assert.equal(firstUndecodable(octets, charset, decoded?.text ?? ''), { start, end });
  });
}

test('the first run of octets above 0x7F', () => {
  assert.equal(firstEightBitRun(Buffer.from('ab\xe9\xe8c\xe7', 'latin1')), { start: 2, end: 4 });
  assert.is(firstEightBitRun(Buffer.from('abc')), undefined);
});

test('law: wherever octets do not decode, the span is of them and not empty', () => {
  const label = fc.constantFrom(...charsets.map(({ name }) => name));
  const octets = fc.uint8Array({ minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(octets, label, (body, charset) => {
      const decoded = decodeText(body, charset);
      if (decoded === undefined || decoded.isExact) return;
      const { start, end } = firstUndecodable(body, charset, decoded.text);
      assert.ok(start < end && end <= body.length, charset);
    }),
    { numRuns: 1000 },
  );
});

test('law: what stands before a fault, in a charset of one octet, decodes', () => {
  const label = fc.constantFrom('iso-8859-7', 'windows-1252', 'windows-1255', 'iso-8859-6');
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), label, (body, charset) => {
      const decoded = decodeText(body, charset);
      if (decoded === undefined || decoded.isExact) return;
      const { start, end } = firstUndecodable(body, charset, decoded.text);
      assert.ok(decodeText(body.subarray(0, start), charset)?.isExact);
      assert.not.ok(decodeText(body.subarray(start, end), charset)?.isExact);
    }),
  );
});

test('text before the fault that encodes to its octets places the fault exactly', () => {
  const octets = Buffer.concat([encodeText('日本語の', 'euc-jp'), Buffer.from([0x41, 0xff, 0x42])]);
  const text = decodeText(octets, 'euc-jp')?.text ?? '';
  assert.equal(firstUndecodable(octets, 'euc-jp', text), { start: 9, end: 10 });
});

test.run();
