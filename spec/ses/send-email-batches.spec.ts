/** Batches of the API v2: everybody once, in order, through the real client. */

import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import type { RawMessage } from '../../lib/model/message.ts';
import { sendEmailBatches } from '../../lib/ses/send-email-batches.ts';
import { sendRawEmailBatches } from '../../lib/ses/send-raw-email-batches.ts';
import { sesV2Client } from '../support/clients.ts';
import { fixture } from '../support/fixture.ts';
import { startSesEndpoint } from '../support/ses-endpoint.ts';

const test = suite('ses/send-email-batches');

const octets = Uint8Array.from(fixture('base/plain.eml'));
const listManagement = { contactList: 'News' };

function to(recipients: readonly string[]): RawMessage {
  return { octets, envelope: { from: 'depot@example.com', to: recipients } };
}

const recipient = fc
  .tuple(fc.nat({ max: 90 }), fc.constantFrom('a.example', 'A.EXAMPLE', 'b.example'))
  .map(([n, domain]) => `m${n}@${domain}`);

test('law: the batches are those of v1 (A7)', () => {
  const recipients = fc.array(recipient, { minLength: 1, maxLength: 140 });
  fc.assert(
    fc.property(recipients, fc.integer({ min: 1, max: 50 }), (list, max) => {
      assert.equal(
        sendEmailBatches(to(list), { max }).map(({ Destination }) => Destination.ToAddresses),
        sendRawEmailBatches(to(list), { max }).map(({ Destinations }) => Destinations),
      );
    }),
  );
});

test('120 recipients arrive in three calls of the same octets', async () => {
  const list = Array.from({ length: 120 }, (_, n) => `member${n}@example.net`);
  const endpoint = await startSesEndpoint();
  const client = sesV2Client(endpoint.url);
  try {
    const batches = sendEmailBatches(to(list), { tenant: 'acme' });
    for (const batch of batches) await client.send(new SendEmailCommand(batch));
    const { requests } = endpoint;
    assert.equal(
      requests.map(({ destinations }) => destinations.length),
      [50, 50, 20],
    );
    assert.equal(
      requests.flatMap(({ destinations }) => destinations),
      list,
    );
    for (const { octets: arrived, tenant } of requests) {
      assert.ok(arrived.equals(octets));
      assert.is(tenant, 'acme');
    }
  } finally {
    client.destroy();
    await endpoint.close();
  }
});

test('list management wants one recipient a call', () => {
  const message = to(['a@b.example', 'c@d.example']);
  for (const options of [{ listManagement }, { listManagement, max: 2 }]) {
    assert.throws(
      () => sendEmailBatches(message, options),
      (error: unknown) =>
        error instanceof MimewrightError &&
        error.code === 'option-invalid' &&
        /^max: list management, asked for by the option .*: pass max: 1$/.test(error.message),
    );
  }
  const batches = sendEmailBatches(message, { listManagement, max: 1 });
  assert.equal(
    batches.map(({ Destination, ListManagementOptions }) => [
      Destination.ToAddresses,
      ListManagementOptions,
    ]),
    [
      [['a@b.example'], { ContactListName: 'News' }],
      [['c@d.example'], { ContactListName: 'News' }],
    ],
  );
  assert.is(sendEmailBatches(to(['a@b.example', 'a@B.example']), { listManagement }).length, 1);
});

test.run();
