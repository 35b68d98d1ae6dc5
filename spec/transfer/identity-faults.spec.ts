/** What may not stand in a body that is not encoded. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { eightBitFaults, sevenBitFaults } from '../../lib/transfer/identity-faults.ts';
import { TRANSFER_DEFECTS_MAX } from '../../lib/transfer/transfer-defect.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('transfer/identity-faults');

const bodies = fc
  .array(fc.constantFrom('\r\n', '\n', 'abc', '\0', '\x7f', '\x80', '\xc3\xa9', '\xff'))
  .map((pieces) => Buffer.from(pieces.join(''), 'latin1'));

test('law: each run of octets above 0x7F, and of NULs, is one defect (RFC 2045 §2.7, §2.8)', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const text = body.toString('latin1');
      const runs = (code: '7bit-violation' | 'nul', run: RegExp) =>
        [...text.matchAll(run)].map(({ index, 0: { length } }) => ({
          code,
          start: index,
          end: index + length,
        }));
      const nuls = runs('nul', /\0+/g);
      const eightBit = runs('7bit-violation', /[\x80-\xff]+/g);
      assert.equal(eightBitFaults(body), nuls);
      assert.equal(
        sevenBitFaults(body),
        [...eightBit, ...nuls].sort((a, b) => a.start - b.start),
      );
    }),
  );
});

test('ten megabytes of faults are bounded, in linear time', () => {
  for (const piece of ['\xe9', '\0', '\xe9a', '\0a', '\xe9\n', '=']) {
    const body = Buffer.alloc(10_000_000, Buffer.from(piece, 'latin1'));
    assertLinear(piece, () => {
      const most = /^[\xe9\0].$/s.test(piece) ? TRANSFER_DEFECTS_MAX : Number(piece !== '=');
      assert.is(sevenBitFaults(body).length, most);
    });
  }
});

test.run();
