/** The local SES endpoint under both real AWS clients. */

import { request } from 'node:http';
import { SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { BadRequestException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sesV1Client, sesV2Client } from './clients.ts';
import { fixture } from './fixture.ts';
import { type SesEndpoint, startSesEndpoint } from './ses-endpoint.ts';

const test = suite('support/ses-endpoint');

const headerSection = Buffer.from('From: depot@example.com\r\nTo: bob@example.net\r\n\r\n');
const everyOctet = Buffer.concat([
  headerSection,
  Buffer.from(Array.from({ length: 256 }, (_, n) => n)),
]);
const fiftyOne = Array.from({ length: 51 }, (_, n) => `member${n}@example.net`);

test('all 256 octet values arrive exactly from SendRawEmailCommand', () =>
  withEndpoint(async ({ v1, requests }) => {
    const { MessageId } = await v1.send(
      new SendRawEmailCommand({ RawMessage: { Data: everyOctet } }),
    );
    assert.is(MessageId, 'local-000001');
    assert.ok(requests[0]?.octets.equals(everyOctet));
    assert.is(requests[0]?.api, 'v1');
  }));

test('all 256 octet values arrive exactly from SendEmailCommand', () =>
  withEndpoint(async ({ v2, requests }) => {
    const { MessageId } = await v2.send(
      new SendEmailCommand({ Content: { Raw: { Data: everyOctet } } }),
    );
    assert.is(MessageId, 'local-000001');
    assert.ok(requests[0]?.octets.equals(everyOctet));
    assert.is(requests[0]?.api, 'v2');
  }));

test('law: whatever octets are sent, these arrive, through either API', () =>
  withEndpoint(({ v1, v2, requests }) =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (body) => {
        const Data = Buffer.concat([headerSection, body]);
        await v1.send(new SendRawEmailCommand({ RawMessage: { Data } }));
        await v2.send(new SendEmailCommand({ Content: { Raw: { Data } } }));
        for (const { octets } of requests.slice(-2)) assert.ok(octets.equals(Data));
      }),
      { numRuns: 30 },
    ),
  ));

test('a message of ten megabytes arrives exactly', () =>
  withEndpoint(async ({ v1, requests }) => {
    const Data = Buffer.concat([headerSection, Buffer.alloc(10_000_000, fixture('receipt.pdf'))]);
    await v1.send(new SendRawEmailCommand({ RawMessage: { Data } }));
    assert.ok(requests[0]?.octets.equals(Data));
  }));

test('every other member of SendRawEmail is kept', () =>
  withEndpoint(async ({ v1, requests }) => {
    await v1.send(
      new SendRawEmailCommand({
        RawMessage: { Data: everyOctet },
        Source: 'bounces+ann@example.com',
        Destinations: ['ann@example.net', 'bob@example.net'],
        Tags: [
          { Name: 'kind', Value: 'receipt' },
          { Name: 'run', Value: '7' },
        ],
        ConfigurationSetName: 'receipts',
        SourceArn: 'arn:source',
        FromArn: 'arn:from',
        ReturnPathArn: 'arn:return-path',
      }),
    );
    assert.equal(requests[0], {
      api: 'v1',
      octets: everyOctet,
      destinations: ['ann@example.net', 'bob@example.net'],
      source: 'bounces+ann@example.com',
      fromEmailAddress: undefined,
      replyToAddresses: [],
      feedbackForwarding: undefined,
      configurationSet: 'receipts',
      tags: { kind: 'receipt', run: '7' },
      tenant: undefined,
      sourceArn: 'arn:source',
      fromArn: 'arn:from',
      returnPathArn: 'arn:return-path',
      listManagement: undefined,
    });
  }));

test('every other member of SendEmail is kept', () =>
  withEndpoint(async ({ v2, requests }) => {
    await v2.send(
      new SendEmailCommand({
        Content: { Raw: { Data: everyOctet } },
        Destination: {
          ToAddresses: ['ann@example.net'],
          CcAddresses: ['bob@example.net'],
          BccAddresses: ['cas@example.net'],
        },
        FromEmailAddress: 'depot@example.com',
        ReplyToAddresses: ['Zoë <desk@example.com>'],
        FeedbackForwardingEmailAddress: 'bounces@example.com',
        FromEmailAddressIdentityArn: 'arn:from',
        FeedbackForwardingEmailAddressIdentityArn: 'arn:return-path',
        EmailTags: [{ Name: 'kind', Value: 'receipt' }],
        ConfigurationSetName: 'receipts',
        TenantName: 'north',
        ListManagementOptions: { ContactListName: 'garden', TopicName: 'notes' },
      }),
    );
    assert.equal(requests[0], {
      api: 'v2',
      octets: everyOctet,
      destinations: ['ann@example.net', 'bob@example.net', 'cas@example.net'],
      source: undefined,
      fromEmailAddress: 'depot@example.com',
      replyToAddresses: ['Zoë <desk@example.com>'],
      feedbackForwarding: 'bounces@example.com',
      configurationSet: 'receipts',
      tags: { kind: 'receipt' },
      tenant: 'north',
      sourceArn: undefined,
      fromArn: 'arn:from',
      returnPathArn: 'arn:return-path',
      listManagement: { contactList: 'garden', topic: 'notes' },
    });
  }));

test("a refusal comes out as each SDK's typed error, with the text of SES", () =>
  withEndpoint(async ({ v1, v2, requests }) => {
    const noFrom = Buffer.from('To: bob@example.net\r\n\r\nFrom: not a field\r\n');
    const refusals = [
      [{ Data: noFrom }, undefined, "Missing required header 'From'."],
      [{ Data: everyOctet }, fiftyOne, 'Recipient count exceeds 50.'],
    ] as const;
    for (const [Raw, addresses, text] of refusals) {
      const Destinations = addresses && [...addresses];
      const old = await thrown(v1.send(new SendRawEmailCommand({ RawMessage: Raw, Destinations })));
      assert.instance(old, SESServiceException);
      assert.match(String(old), `InvalidParameterValue: ${text}`);
      const Destination = addresses && { ToAddresses: [...addresses] };
      const error = await thrown(v2.send(new SendEmailCommand({ Content: { Raw }, Destination })));
      assert.instance(error, BadRequestException);
      assert.match(String(error), `BadRequestException: ${text}`);
    }
    assert.is(requests.length, 0);
  }));

test('a call without a raw message is refused', () =>
  withEndpoint(async ({ v1, v2 }) => {
    const old = await thrown(v1.send(new SendRawEmailCommand({ RawMessage: { Data: undefined } })));
    assert.match(String(old), /InvalidParameterValue/);
    assert.instance(
      await thrown(v2.send(new SendEmailCommand({ Content: {} }))),
      BadRequestException,
    );
  }));

test('Source stands in for From, and fifty recipients are taken', () =>
  withEndpoint(async ({ v1, requests }) => {
    const RawMessage = { Data: Buffer.from('Subject: a\r\n\r\nb\r\n') };
    const Destinations = fiftyOne.slice(1);
    await v1.send(new SendRawEmailCommand({ RawMessage, Source: 'a@example.com', Destinations }));
    assert.is(requests[0]?.destinations.length, 50);
  }));

test('close ends connections that are still open', async () => {
  const endpoint = await startSesEndpoint();
  const open = request(endpoint.url, { method: 'POST' });
  const ended = new Promise((resolve) => open.on('error', resolve));
  open.write('Action=');
  await new Promise((resolve) => open.on('socket', (socket) => socket.on('connect', resolve)));
  await endpoint.close();
  assert.match(String(await ended), /ECONNRESET|socket hang up/);
});

interface Clients extends Omit<SesEndpoint, 'url' | 'close'> {
  readonly v1: ReturnType<typeof sesV1Client>;
  readonly v2: ReturnType<typeof sesV2Client>;
}

async function withEndpoint(work: (clients: Clients) => Promise<void>): Promise<void> {
  const { url, requests, close } = await startSesEndpoint();
  const [v1, v2] = [sesV1Client(url), sesV2Client(url)];
  try {
    await work({ v1, v2, requests });
  } finally {
    v1.destroy();
    v2.destroy();
    await close();
  }
}

async function thrown(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => assert.unreachable('the call was accepted'),
    (error: unknown) => error,
  );
}

test.run();
