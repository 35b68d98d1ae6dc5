/** Messages that nobody would send: any octets, broken header sections, mutated real mail. */

import fc from 'fast-check';
import type { PreflightOptions } from '../../lib/preflight/options.ts';
import * as arbitraries from '../../lib/testing/arbitraries.ts';
import { fixtures } from './fixture.ts';

const real = [...fixtures('base'), ...fixtures('foreign')].map(([, octets]) => octets);

const piece = fc.constantFrom(
  ...['\r\n', '\r', '\n', '\r\n\r\n', ' ', '\t', ':', ';', ',', '"', '<', '>', '(', ')', '@', '\0'],
  ...['é', '\xff', '=', '--x', '--x--', '{{x}}', 'x'.repeat(999), '\r\n '],
  ...['From: ', 'To: ', 'Cc: ', 'Bcc: ', 'Return-Path: ', 'Subject: ', 'DKIM-Signature: h='],
  ...['a@b.example', 'Zoë <zoe@b.example>', 'Doe, Ann <a@b.example>', 'g: a@b.example, c d;'],
  ...['Date:Bcc', 'Content-Transfer-Encoding: 8bit', 'Content-Type: multipart/mixed; boundary=x'],
  ...['Content-Type: message/rfc822'],
);

/** Fields, parts and line ends in any order. */
const broken: fc.Arbitrary<Uint8Array> = fc
  .array(piece, { maxLength: 30, size: 'max' })
  .map((pieces) => Buffer.from(pieces.join('')));

/** A real message with some stretches replaced. */
const mutated: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.constantFrom(...real),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(8), piece), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([message, edits]) => edits.reduce(edit, message));

function edit(message: Buffer, [at, length, text]: readonly [number, number, string]): Buffer {
  const start = Math.floor(at * message.length);
  const after = message.subarray(start + length);
  return Buffer.concat([message.subarray(0, start), Buffer.from(text, 'latin1'), after]);
}

export const anyMessage: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 3, arbitrary: mutated },
  { weight: 2, arbitrary: broken },
  { weight: 1, arbitrary: arbitraries.octets },
);

const address = fc.oneof(
  arbitraries.addrSpec,
  fc.constantFrom(
    '',
    ' ',
    'To: a@b.example',
    'a b@c',
    'a@b.example, c@d.example',
    'g: a@b;',
    '日@b',
  ),
  fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('')),
);

/** Options of the right types, with addresses good and bad. */
export const options: fc.Arbitrary<PreflightOptions> = fc.record(
  {
    profile: fc.constantFrom('ses-v1', 'ses-v2', 'smtp'),
    destinations: fc.array(address, { maxLength: 4 }),
    replyToAddresses: fc.array(address, { maxLength: 2 }),
    source: address,
    fromEmailAddress: address,
    feedbackForwarding: address,
    template: fc.boolean(),
  },
  { requiredKeys: [] },
);
