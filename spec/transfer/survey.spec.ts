/** What speaks against 7bit, against definitions that look at each line. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lines, octets } from '../../lib/testing/arbitraries.ts';
import { fragileFault, hasLoneCrOrLf, sevenBitFault } from '../../lib/transfer/survey.ts';

const test = suite('transfer/survey');

const content = fc.oneof(
  octets,
  lines.map((text) => Buffer.from(text.replace(/\r\n?|\n/g, '\r\n'))),
  lines.map((text) => Buffer.from(text.replace(/[^\x00-\x7f]/g, '').replace(/\r\n?|\n/g, '\r\n'))),
);

function isSevenBit(given: Uint8Array): boolean {
  const text = Buffer.from(given).toString('latin1');
  const isClean = /^[\x01-\x7f]*$/.test(text) && !/\r(?!\n)|(?<!\r)\n/.test(text);
  return isClean && text.split('\r\n').every((line) => line.length <= 998);
}

test('law: 7bit data is 1 to 127 in lines of at most 998 octets that end in CRLF', () => {
  fc.assert(
    fc.property(content, (given) => {
      assert.is(sevenBitFault(given) === undefined, isSevenBit(given));
    }),
    { numRuns: 500 },
  );
});

test('law: a CR or LF stands alone where no other half is beside it', () => {
  fc.assert(
    fc.property(content, (given) => {
      const text = Buffer.from(given).toString('latin1');
      assert.is(hasLoneCrOrLf(given), /\r(?!\n)|(?<!\r)\n/.test(text));
    }),
    { numRuns: 500 },
  );
});

test('law: fragile are blanks at line ends, dots and `From ` at line starts', () => {
  fc.assert(
    fc.property(lines, (text) => {
      const canonical = text.replace(/\r\n?|\n/g, '\r\n');
      const isFragile = canonical
        .split('\r\n')
        .some((line) => /^(?:\.|From )/.test(line) || /[ \t]$/.test(line));
      assert.is(fragileFault(Buffer.from(canonical)) !== undefined, isFragile);
    }),
    { numRuns: 500 },
  );
});

test('the edge of 998 octets, in any window', () => {
  for (const before of [0, 1, 500, 998, 1000]) {
    const start = 'x'.repeat(Math.min(before, 998));
    const fault = (length: number): string | undefined =>
      sevenBitFault(Buffer.from(`${start}\r\n${'y'.repeat(length)}\r\n${start}`));
    assert.is(fault(998), undefined, String(before));
    assert.match(fault(999) ?? '', /998/, String(before));
  }
  assert.is(sevenBitFault(Buffer.from('x'.repeat(998))), undefined);
  assert.match(sevenBitFault(Buffer.from('x'.repeat(999))) ?? '', /998/);
});

test('the fault is named', () => {
  assert.match(sevenBitFault(Buffer.from('é')) ?? '', /outside 7-bit/);
  assert.match(sevenBitFault(Buffer.from('a\0')) ?? '', /NUL/);
  assert.match(sevenBitFault(Buffer.from('a\rb')) ?? '', /CR or LF/);
  assert.match(fragileFault(Buffer.from('a \r\n')) ?? '', /blank/);
  assert.match(fragileFault(Buffer.from('a\r\n.')) ?? '', /dot/);
  assert.match(fragileFault(Buffer.from('From ')) ?? '', /blank/);
  assert.match(fragileFault(Buffer.from('From x')) ?? '', /From/);
});

test.run();
