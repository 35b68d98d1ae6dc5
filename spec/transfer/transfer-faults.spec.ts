/** One door to the faults of a body in any transfer encoding. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as arbitraries from '../../lib/testing/arbitraries.ts';
import { decodeTransfer } from '../../lib/transfer/decoding.ts';
import { sevenBitFault } from '../../lib/transfer/survey.ts';
import { TRANSFER_DEFECTS_MAX } from '../../lib/transfer/transfer-defect.ts';
import { transferFaults } from '../../lib/transfer/transfer-faults.ts';
import { encodeBody, notes } from '../support/encoded-body.ts';

const test = suite('transfer/transfer-faults');

test('each encoding has its own faults; binary and unknown ones have none', () => {
  const body = Buffer.from('=c3-\xe9\0', 'latin1');
  const found = ['7bit', '8bit', 'base64', 'quoted-printable', 'binary', 'x-uuencode', ''].map(
    (encoding) => notes(transferFaults(body, encoding)).join(', '),
  );
  assert.equal(found, [
    '7bit-violation 4-5, nul 5-6',
    'nul 5-6',
    'base64-padding 0-1, base64-url-alphabet 3-4, base64-alphabet 4-6',
    'qp-lowercase-hex 0-3, qp-raw-8bit 4-6',
    '',
    '',
    '',
  ]);
});

test('law: never throws; faults are data, in order, within the body, bounded', () => {
  const encoding = fc.constantFrom('7bit', '8bit', 'base64', 'quoted-printable', 'binary');
  fc.assert(
    fc.property(arbitraries.octets, encoding, (body, name) => {
      let before = 0;
      const faults = transferFaults(body, name);
      assert.ok(faults.length <= 8 * TRANSFER_DEFECTS_MAX);
      for (const { start, end } of faults) {
        assert.ok(before <= start && start <= end && end <= body.length);
        before = start;
      }
    }),
  );
});

test('law: what our encoders write has no fault, and 7bit data has none', () => {
  fc.assert(
    fc.property(arbitraries.octets, (content) => {
      assert.equal(transferFaults(encodeBody(content, 'base64'), 'base64'), []);
      for (const encoding of ['quoted-printable', 'binary quoted-printable'] as const)
        assert.equal(transferFaults(encodeBody(content, encoding), 'quoted-printable'), []);
      if (sevenBitFault(content) === undefined) assert.equal(transferFaults(content, '7bit'), []);
    }),
  );
});

test('law: a view of part of some memory has the faults of that part', () => {
  fc.assert(
    fc.property(
      arbitraries.octets,
      fc.constantFrom('7bit', 'base64', 'quoted-printable'),
      (body, name) => {
        const around = Uint8Array.from([61, 61, ...body.subarray(0, 5000), 61, 61]);
        const view = around.subarray(2, -2);
        assert.equal(transferFaults(view, name), transferFaults(Uint8Array.from(view), name));
      },
    ),
  );
});

test('a clean body decodes to what it holds (RFC 4648 §10)', () => {
  const words = ['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy'].map((word) =>
    Buffer.from(word),
  );
  assert.equal(
    words.flatMap((word) => transferFaults(word, 'base64')),
    [],
  );
  assert.equal(
    words.map((word) => Buffer.from(decodeTransfer(word, 'base64')).toString()),
    ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'],
  );
});

test.run();
