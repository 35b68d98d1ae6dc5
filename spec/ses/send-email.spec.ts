/** Requests of the API v2, through the real client to a local endpoint. */

import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { SesOptions } from '../../lib/carrier/ses-options.ts';
import { type ErrorCode, MimewrightError } from '../../lib/errors.ts';
import type { RawMessage } from '../../lib/model/message.ts';
import { sendEmailInput } from '../../lib/ses/send-email.ts';
import { sesV2Client } from '../support/clients.ts';
import { fixture } from '../support/fixture.ts';
import { startSesEndpoint } from '../support/ses-endpoint.ts';
import type { SesRequest } from '../support/ses-request.ts';

const test = suite('ses/send-email');

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
  const client = sesV2Client(endpoint.url);
  try {
    await client.send(new SendEmailCommand(sendEmailInput(message, options)));
    return endpoint.requests[0];
  } finally {
    client.destroy();
    await endpoint.close();
  }
}

/** A message with these From fields, and where its bounces go. */
function withFrom(fields: string, from: string): RawMessage {
  const octets = Uint8Array.from(
    Buffer.from(`Subject: x\r\n${fields}To: b@c.example\r\n\r\nx\r\n`),
  );
  return { octets, envelope: { from, to: ['b@c.example'] } };
}

function feedbackOf(fields: string, from: string): string | undefined {
  return sendEmailInput(withFrom(fields, from)).FeedbackForwardingEmailAddress;
}

test('the envelope arrives, the From field is left alone', async () => {
  const request = await arrived(raw);
  assert.ok(request?.octets.equals(raw.octets));
  assert.equal(request?.destinations, raw.envelope.to);
  assert.is(request?.feedbackForwarding, 'bounces@example.com');
  assert.is(request?.fromEmailAddress, undefined);
  assert.equal(request?.replyToAddresses, []);
});

test('every option arrives in its member', async () => {
  const request = await arrived(raw, {
    destinations: ['zoe@bücher.example', 'Ann <Ann@Example.org>'],
    fromEmailAddress: 'Depot <depot@bücher.example>',
    replyToAddresses: ['help@bücher.example', 'Ann <Ann@Example.org>'],
    feedbackForwarding: 'returns@bücher.example',
    configurationSet: 'main',
    tags: { kind: 'receipt', 'ses:feedback-id-a': 'a.b@c' },
    tenant: 'acme',
    fromArn: `${arn}from.example`,
    returnPathArn: `${arn}returns.example`,
    listManagement: { contactList: 'News', topic: 'Weekly' },
  });
  assert.equal(request?.destinations, ['zoe@xn--bcher-kva.example', 'Ann <Ann@Example.org>']);
  assert.is(request?.fromEmailAddress, 'Depot <depot@xn--bcher-kva.example>');
  assert.equal(request?.replyToAddresses, ['help@xn--bcher-kva.example', 'Ann <Ann@Example.org>']);
  assert.is(request?.feedbackForwarding, 'returns@xn--bcher-kva.example');
  assert.is(request?.configurationSet, 'main');
  assert.equal(request?.tags, { kind: 'receipt', 'ses:feedback-id-a': 'a.b@c' });
  assert.is(request?.tenant, 'acme');
  assert.is(request?.fromArn, `${arn}from.example`);
  assert.is(request?.returnPathArn, `${arn}returns.example`);
  assert.equal(request?.listManagement, { contactList: 'News', topic: 'Weekly' });
});

test('a multi-region endpoint is named', () => {
  assert.is(sendEmailInput(raw, { endpointId: 'ab12.cd3' }).EndpointId, 'ab12.cd3');
});

test('a list without a topic has none', () => {
  const { ListManagementOptions } = sendEmailInput(raw, {
    listManagement: { contactList: 'News' },
  });
  assert.equal(ListManagementOptions, { ContactListName: 'News' });
});

test('empty lists leave their members out', () => {
  const input = sendEmailInput(raw, { tags: {}, replyToAddresses: [] });
  const members = ['Content', 'Destination', 'FeedbackForwardingEmailAddress'];
  assert.equal(Object.keys(input), members);
});

test('bounces are sent where From is without saying so', () => {
  assert.is(feedbackOf('From: ann@example.com\r\n', 'ann@example.com'), undefined);
  assert.is(feedbackOf('FROM: "Ann" <ann@EXAMPLE.com>\r\n', 'ann@example.com'), undefined);
  assert.is(
    feedbackOf('From: =?utf-8?q?=40?=\r\n <ann@example.com>\r\n', 'ann@Example.com'),
    undefined,
  );
  assert.is(
    sendEmailInput({ ...raw, envelope: { to: ['b@c.example'] } }).FeedbackForwardingEmailAddress,
    undefined,
  );
});

test('bounces that go elsewhere are told to', () => {
  assert.is(feedbackOf('From: Ann@example.com\r\n', 'ann@example.com'), 'ann@example.com');
  assert.is(feedbackOf('From: Returns <ann@example.com>\r\n', 'r@example.com'), 'r@example.com');
  assert.is(feedbackOf('', 'r@example.com'), 'r@example.com');
  assert.is(feedbackOf('From: @@\r\n', 'r@example.com'), 'r@example.com');
});

test('of two authors none is where bounces go unless it is said', () => {
  const fields = 'From: ann@example.com, bob@example.com\r\nSender: ann@example.com\r\n';
  assert.is(feedbackOf(fields, 'ann@example.com'), 'ann@example.com');
});

test('one identity stands for source and From, two do not', () => {
  const one = `${arn}example.com`;
  assert.is(sendEmailInput(raw, { sourceArn: one }).FromEmailAddressIdentityArn, one);
  const both = sendEmailInput(raw, { sourceArn: one, fromArn: one });
  assert.is(both.FromEmailAddressIdentityArn, one);
  assert.throws(
    () => sendEmailInput(raw, { sourceArn: one, fromArn: `${arn}other.example` }),
    throwing('option-invalid', /^fromArn: this API has one member for sourceArn and fromArn: /),
  );
});

test('this API has no source', () => {
  assert.throws(
    () => sendEmailInput(raw, { source: 'a@b.example' }),
    throwing('option-invalid', /^source: this API has no member for it: use feedbackForwarding$/),
  );
});

/** Addresses that SES would refuse, and what the message says. */
const refused: readonly (readonly [SesOptions, RegExp])[] = [
  [{ destinations: ['a@b.example', 'a@'] }, /^destinations\[1\]: SES answers "Missing domain"/],
  [{ fromEmailAddress: 'depot' }, /^fromEmailAddress: SES answers "Missing final '@domain'"/],
  [{ replyToAddresses: ['a@b, c@d'] }, /^replyToAddresses\[0\]: SES answers "Illegal address"/],
  [{ feedbackForwarding: '<a@b' }, /^feedbackForwarding: SES answers "Missing '>'"/],
];

for (const [options, message] of refused) {
  test(`${JSON.stringify(options)} is refused`, () => {
    assert.throws(() => sendEmailInput(raw, options), throwing('address-syntax', message));
  });
}

test.run();
