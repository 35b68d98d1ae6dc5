/** Signatures outlive SES by default, and do not where they cover what SES changes. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../lib/builder/compose.ts';
import { composeFrom } from '../lib/builder/compose-from.ts';
import type { MessageBuilder } from '../lib/builder/message-builder.ts';
import { rewrittenFields } from '../lib/carrier/rewritten-fields.ts';
import { preflight } from '../lib/preflight/run.ts';
import { transit } from '../lib/ses/transit.ts';
import type { TransitOptions } from '../lib/ses/transit-options.ts';
import { messageSpec } from './support/arbitrary-message.ts';
import { results, signed } from './support/dkim-keys.ts';

const test = suite('dkim-transit');

/** What is not known of SES is taken both ways. */
const options: fc.Arbitrary<TransitOptions> = fc.record(
  {
    now: fc.constant(new Date('2026-11-23T10:00:00Z')),
    region: fc.constantFrom('us-east-1', 'eu-west-1'),
    signingDomain: fc.constant('example.com'),
    mailFrom: fc.constant('bounce.example.com'),
    bcc: fc.constantFrom('kept' as const, 'removed' as const),
    feedbackId: fc.constantFrom('kept' as const, 'replaced' as const),
    lineEnds: fc.constantFrom('crlf' as const, 'kept' as const),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** The result of our signature, which is not the one that SES adds. */
function received(octets: Uint8Array, given: TransitOptions): string | undefined {
  return results(transit(octets, given)).at(-1);
}

test('law: a signature by the defaults for SES verifies after SES', () => {
  const canonicalization = fc.constantFrom('relaxed/relaxed' as const, 'simple/simple' as const);
  const profile = fc.constantFrom('ses-v1' as const, 'ses-v2' as const);
  fc.assert(
    fc.property(messageSpec, options, canonicalization, profile, (spec, given, form, carrier) => {
      const { octets } = composeFrom(spec).build();
      const ours = signed(octets, { canonicalization: form, profile: carrier });
      assert.is(received(ours, given), 'pass');
    }),
    { numRuns: 150 },
  );
});

test('a signature over a message with LF verifies after SES has made them CRLF', () => {
  const lf = Buffer.from('From: a@b.example\nTo: c@d.example\nSubject: x\n\nx \n y\n');
  assert.is(received(signed(lf), {}), 'pass');
  const mixed = Buffer.from('From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\nx\ny\n');
  assert.is(received(signed(mixed), {}), 'pass');
});

/** A message that has the field, as far as it may be written. */
const message: MessageBuilder = compose()
  .from('ann@example.com')
  .to('bob@example.org')
  .subject('Hello')
  .text('Hello')
  .date(new Date('2026-11-20T10:00:00Z'))
  .messageId('a@example.com');

const worst: TransitOptions = { bcc: 'removed', feedbackId: 'replaced' };
/** SES adds or replaces these only for others than the sender; see the notes on `transit`. */
const absentIsKept = (change: string, name: string): boolean =>
  change === 'removed' || name === 'Bounces-To';

test('law: for each field that SES changes, signing it makes the signature fail after SES', () => {
  for (const { name, change } of rewrittenFields) {
    const plain = message.build().octets;
    const lacks = !plain.toString().includes(`\n${name}:`);
    const withField = Buffer.concat([Buffer.from(`${name}: x\r\n`), plain]);
    const octets = lacks ? withField : plain;
    const ours = signed(octets, { fields: ['From', name], dangerous: true });
    assert.is(results(ours)[0], 'pass', name);
    assert.is(received(ours, worst), 'fail', name);
    const said = preflight(ours).findings.some(
      ({ rule, severity, message: text }) =>
        rule.includes('dkim') &&
        severity !== 'info' &&
        text.toLowerCase().includes(name.toLowerCase()),
    );
    assert.ok(said, `preflight says nothing of ${name}`);
    if (!lacks || absentIsKept(change, name)) continue;
    const absent = signed(plain, { fields: ['From', name], dangerous: true });
    assert.is(received(absent, worst), 'fail', `absent ${name}`);
  }
});

test('bodies that SES edits cannot be signed: tracking breaks the signature', () => {
  const html = message.html('<p><a href="https://example.com/">x</a></p>').build().octets;
  assert.is(received(signed(html), { tracking: true }), 'fail');
});

test.run();
