/** Requests of the API v1, through the real client to a local endpoint. */

import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { SesOptions } from '../../lib/carrier/ses-options.ts';
import { type ErrorCode, MimewrightError } from '../../lib/errors.ts';
import type { RawMessage } from '../../lib/model/message.ts';
import { sendRawEmailInput } from '../../lib/ses/send-raw-email.ts';
import { sesV1Client } from '../support/clients.ts';
import { fixture } from '../support/fixture.ts';
import { startSesEndpoint } from '../support/ses-endpoint.ts';
import type { SesRequest } from '../support/ses-request.ts';

const test = suite('ses/send-raw-email');

const arn = 'arn:aws:ses:eu-west-1:123456789012:identity/';
const raw: RawMessage = {
  octets: Uint8Array.from(fixture('base/attachment.eml')),
  envelope: { from: 'bounces@example.com', to: ['bob@example.net', 'eve@example.org'] },
};

function throwing(code: ErrorCode, message: RegExp): (error: unknown) => boolean {
  return (error) =>
    error instanceof MimewrightError && error.code === code && message.test(error.message);
}

/** What arrives at an endpoint of its own. */
async function arrived(message: RawMessage, options?: SesOptions): Promise<SesRequest | undefined> {
  const endpoint = await startSesEndpoint();
  const client = sesV1Client(endpoint.url);
  try {
    await client.send(new SendRawEmailCommand(sendRawEmailInput(message, options)));
    return endpoint.requests[0];
  } finally {
    client.destroy();
    await endpoint.close();
  }
}

test('the envelope becomes Source and Destinations, and nothing else is said', async () => {
  assert.equal(Object.keys(sendRawEmailInput(raw)), ['RawMessage', 'Destinations', 'Source']);
  const request = await arrived(raw);
  assert.ok(request?.octets.equals(raw.octets));
  assert.is(request?.source, 'bounces@example.com');
  assert.equal(request?.destinations, raw.envelope.to);
});

test('every option arrives in its member', async () => {
  const request = await arrived(raw, {
    source: 'Returns <returns@bücher.example>',
    destinations: ['zoe@bücher.example', 'Ann <Ann@Example.org>'],
    configurationSet: 'main',
    tags: { kind: 'receipt', 'ses:feedback-id-a': 'a.b@c' },
    sourceArn: `${arn}source.example`,
    fromArn: `${arn}from.example`,
    returnPathArn: `${arn}returns.example`,
  });
  assert.is(request?.source, 'Returns <returns@xn--bcher-kva.example>');
  assert.equal(request?.destinations, ['zoe@xn--bcher-kva.example', 'Ann <Ann@Example.org>']);
  assert.is(request?.configurationSet, 'main');
  assert.equal(request?.tags, { kind: 'receipt', 'ses:feedback-id-a': 'a.b@c' });
  assert.is(request?.sourceArn, `${arn}source.example`);
  assert.is(request?.fromArn, `${arn}from.example`);
  assert.is(request?.returnPathArn, `${arn}returns.example`);
});

test('an envelope without a reverse-path leaves Source out, no tags leave Tags out', () => {
  const input = sendRawEmailInput({ ...raw, envelope: { to: raw.envelope.to } }, { tags: {} });
  assert.equal(Object.keys(input), ['RawMessage', 'Destinations']);
});

test('neither message nor options change', () => {
  const options = Object.freeze({ destinations: Object.freeze(['c@d.example']) });
  const frozen = Object.freeze({ ...raw, envelope: Object.freeze(raw.envelope) });
  sendRawEmailInput(frozen, options).Destinations.push('x@y.example');
  assert.equal(options.destinations, ['c@d.example']);
});

/** What only the other API knows, and what to do instead. */
const unsupported: readonly (readonly [SesOptions, RegExp])[] = [
  [{ fromEmailAddress: 'a@b.example' }, /^fromEmailAddress: .*use from\(\)$/],
  [{ replyToAddresses: ['a@b.example'] }, /^replyToAddresses: .*use replyTo\(\)$/],
  [{ feedbackForwarding: 'a@b.example' }, /^feedbackForwarding: .*use source$/],
  [{ tenant: 'acme' }, /^tenant: .*use ses\(\{ tenant \}\), which writes X-SES-TENANT$/],
  [{ listManagement: { contactList: 'News' } }, /^listManagement: .*use ses\(/],
];

for (const [options, message] of unsupported) {
  test(`this API has no ${Object.keys(options).join()}`, () => {
    assert.throws(() => sendRawEmailInput(raw, options), throwing('option-invalid', message));
  });
}

test('a bad source and a bad destination are named', () => {
  assert.throws(
    () => sendRawEmailInput(raw, { source: 'a b@c.example' }),
    throwing('address-syntax', /^source: SES answers "Local address contains control/),
  );
  assert.throws(
    () => sendRawEmailInput(raw, { destinations: ['a@b.example', 'a@b..example'] }),
    throwing('address-syntax', /^destinations\[1\]: SES answers "Domain contains dot-dot"/),
  );
});

test.run();
