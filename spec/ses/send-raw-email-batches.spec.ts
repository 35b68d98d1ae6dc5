/** Batches: everybody once, in order, and as few requests as the limit allows. */

import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type ErrorCode, MimewrightError } from '../../lib/errors.ts';
import type { RawMessage } from '../../lib/model/message.ts';
import { sendRawEmailBatches } from '../../lib/ses/send-raw-email-batches.ts';
import { sesV1Client } from '../support/clients.ts';
import { fixture } from '../support/fixture.ts';
import { startSesEndpoint } from '../support/ses-endpoint.ts';

const test = suite('ses/send-raw-email-batches');

const octets = Uint8Array.from(fixture('base/plain.eml'));

function to(recipients: readonly string[]): RawMessage {
  return { octets, envelope: { from: 'depot@example.com', to: recipients } };
}

function throwing(code: ErrorCode, message: RegExp): (error: unknown) => boolean {
  return (error) =>
    error instanceof MimewrightError && error.code === code && message.test(error.message);
}

const recipient = fc
  .tuple(
    fc.constantFrom('ann', 'Ann', 'bob', 'o.k', '"a b"', 'x1', 'x2', 'x3', 'x4', 'x5'),
    fc.constantFrom('a.example', 'A.Example', 'b.example', 'B.EXAMPLE', 'c.example', '[192.0.2.1]'),
    fc.boolean(),
  )
  .map(([local, domain, isNamed]) =>
    isNamed ? `Name <${local}@${domain}>` : `${local}@${domain}`,
  );
const recipients = fc.array(recipient, { minLength: 1, maxLength: 140 });

/** Local part exactly, domain in any case: written apart from the code under test. */
function mailbox(typed: string): string {
  const bare = typed.replace(/^Name <|>$/g, '');
  const at = bare.lastIndexOf('@');
  return bare.slice(0, at) + bare.slice(at).toLowerCase();
}

test('law: each mailbox once and in order, batches at most max, all but the last full (A7)', () => {
  fc.assert(
    fc.property(recipients, fc.integer({ min: 1, max: 50 }), (list, max) => {
      const batches = sendRawEmailBatches(to(list), { max }).map((batch) => batch.Destinations);
      const sizes = batches.map((batch) => batch.length);
      const sent = batches.flat();
      assert.equal(sent.map(mailbox), [...new Set(list.map(mailbox))]);
      assert.equal(
        sent,
        sent.map((one) => list[list.map(mailbox).indexOf(mailbox(one))]),
      );
      const last = sizes.pop() ?? 0;
      assert.ok(last >= 1 && last <= max);
      assert.ok(sizes.every((size) => size === max));
    }),
  );
});

test('120 recipients arrive in three calls of the same octets', async () => {
  const list = Array.from({ length: 120 }, (_, n) => `member${n}@example.net`);
  const endpoint = await startSesEndpoint();
  const client = sesV1Client(endpoint.url);
  try {
    const batches = sendRawEmailBatches(to(list), { tags: { kind: 'news' } });
    for (const batch of batches) await client.send(new SendRawEmailCommand(batch));
    const { requests } = endpoint;
    assert.equal(
      requests.map(({ destinations }) => destinations.length),
      [50, 50, 20],
    );
    assert.equal(
      requests.flatMap(({ destinations }) => destinations),
      list,
    );
    for (const { octets: arrived, source, tags } of requests) {
      assert.ok(arrived.equals(octets));
      assert.is(source, 'depot@example.com');
      assert.equal(tags, { kind: 'news' });
    }
  } finally {
    client.destroy();
    await endpoint.close();
  }
});

test('destinations stand in for the envelope', () => {
  const [batch, ...others] = sendRawEmailBatches(to(['a@b.example']), {
    destinations: ['zoe@bücher.example', 'zoe@xn--bcher-kva.example', 'c@d.example'],
  });
  assert.equal(batch?.Destinations, ['zoe@xn--bcher-kva.example', 'c@d.example']);
  assert.equal(others, []);
});

test('nobody to send to is an error, not an empty list', () => {
  assert.throws(() => sendRawEmailBatches(to([])), throwing('recipients-missing', /to nobody/));
});

test('a message with list management goes to one recipient a call', () => {
  const octets = Buffer.from(
    'From: a@b.example\r\nx-ses-LIST-management-options: News; topic=Weekly\r\n\r\nx\r\n',
  );
  const message = { octets, envelope: { from: 'a@b.example', to: ['a@b.example', 'c@d.example'] } };
  assert.throws(
    () => sendRawEmailBatches(message),
    throwing('option-invalid', /by X-SES-LIST-MANAGEMENT-OPTIONS in the message.*: pass max: 1$/),
  );
  const batches = sendRawEmailBatches(message, { max: 1 });
  assert.equal(
    batches.map(({ Destinations }) => Destinations),
    [['a@b.example'], ['c@d.example']],
  );
  assert.is(sendRawEmailBatches(message, { destinations: ['a@b.example'] }).length, 1);
});

/** Options of any type, code, and what the message says. */
const refused: readonly (readonly [object | null, ErrorCode, RegExp])[] = [
  [{ max: 0 }, 'option-invalid', /^max: 0 is no number of recipients; 1 to 50 are allowed$/],
  [{ max: 51 }, 'option-invalid', /^max: 51/],
  [{ max: 1.5 }, 'option-invalid', /^max: 1.5/],
  [{ max: Number.NaN }, 'option-invalid', /^max: NaN/],
  [{ max: '50' }, 'value-type', /^max is not a number: "50"/],
  [{ max: undefined }, 'value-missing', /^max is undefined/],
  [{ tenant: 'acme' }, 'option-invalid', /^tenant: /],
  [{ min: 1 }, 'option-invalid', /no member "min"/],
  [null, 'value-missing', /^options is null/],
];

for (const [options, code, message] of refused) {
  test(`${JSON.stringify(options)} is refused: ${code}`, () => {
    const call = (): unknown =>
      Reflect.apply(sendRawEmailBatches, undefined, [to(['a@b.example']), options]);
    assert.throws(call, throwing(code, message));
  });
}

test.run();
