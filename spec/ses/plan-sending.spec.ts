/** Plans: what counts, whether the quota holds, how long it takes. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type ErrorCode, MimewrightError } from '../../lib/errors.ts';
import { preflight } from '../../lib/preflight/run.ts';
import { planSending } from '../../lib/ses/plan-sending.ts';
import { sendEmailBatches } from '../../lib/ses/send-email-batches.ts';
import { sendRawEmailBatches } from '../../lib/ses/send-raw-email-batches.ts';
import { fixture } from '../support/fixture.ts';

const test = suite('ses/plan-sending');

const octets = Uint8Array.from(fixture('base/plain.eml'));

const recipient = fc.constantFrom(
  'ann@example.com',
  'Bob <bob@example.net>',
  'success@simulator.amazonses.com',
  'Out <ooto+7@simulator.amazonses.com>',
  'nobody@simulator.amazonses.com',
  'Two: c@d.example, bounce@simulator.amazonses.com;',
  'None:;',
  '@@',
);
const recipients = fc.array(recipient, { maxLength: 120 });
const quota = fc.record({
  max24HourSend: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.constant(-1)),
  sentLast24Hours: fc.integer({ min: 0, max: 150 }),
  maxSendRate: fc.constantFrom(0.5, 1, 2, 16),
});

test('law: one more recipient makes no number of the load less, and leaves no more', () => {
  fc.assert(
    fc.property(recipients, recipient, quota, (list, one, q) => {
      const [before, after] = [
        planSending(list, { quota: q }),
        planSending([...list, one], { quota: q }),
      ];
      assert.ok(after.calls >= before.calls);
      assert.ok(after.recipients >= before.recipients);
      assert.ok(after.quotaRecipients >= before.quotaRecipients);
      assert.ok(after.excess >= before.excess);
      assert.ok((after.seconds ?? 0) >= (before.seconds ?? 0));
      assert.ok((after.remaining ?? 0) <= (before.remaining ?? 0));
      assert.ok(before.isWithinQuota || !after.isWithinQuota);
    }),
  );
});

test('law: two loads together are as many, and take as long, as one after the other', () => {
  fc.assert(
    fc.property(recipients, recipients, quota, fc.integer({ min: 1, max: 50 }), (a, b, q, max) => {
      const [one, other] = [planSending(a, { quota: q, max }), planSending(b, { quota: q, max })];
      const both = planSending([...a, ...b], { quota: q, max });
      assert.is(both.recipients, one.recipients + other.recipients);
      assert.is(both.quotaRecipients, one.quotaRecipients + other.quotaRecipients);
      assert.is(both.seconds, (one.seconds ?? 0) + (other.seconds ?? 0));
      assert.ok(both.calls <= one.calls + other.calls);
      assert.ok(both.calls >= Math.ceil(both.recipients / max));
    }),
  );
});

test('law: sending in two parts leaves of the quota what sending at once does', () => {
  fc.assert(
    fc.property(recipients, recipients, quota, (a, b, q) => {
      const first = planSending(a, { quota: q });
      const sentLast24Hours = q.sentLast24Hours + first.quotaRecipients;
      const second = planSending(b, { quota: { ...q, sentLast24Hours } });
      const both = planSending([...a, ...b], { quota: q });
      assert.is(second.remaining, both.remaining);
      assert.is(both.isWithinQuota, first.isWithinQuota && second.isWithinQuota);
    }),
  );
});

test('law: what fits and what is too many are all that count', () => {
  fc.assert(
    fc.property(recipients, quota, (list, q) => {
      const { quotaRecipients, excess, remaining, isWithinQuota } = planSending(list, { quota: q });
      assert.is(isWithinQuota, excess === 0);
      assert.is(remaining === undefined, q.max24HourSend === -1);
      if (remaining === undefined) return;
      const left = Math.max(0, q.max24HourSend - q.sentLast24Hours);
      assert.is(quotaRecipients - excess + remaining, left);
      assert.ok(excess === 0 || remaining === 0);
    }),
  );
});

test('law: recipients and the batches of them have one plan, of v1 or v2', () => {
  const each = fc.uniqueArray(fc.nat({ max: 300 }), { minLength: 1, maxLength: 140 });
  fc.assert(
    fc.property(each, fc.integer({ min: 1, max: 50 }), (numbers, max) => {
      const to = numbers.map((n) => `member${n}@example.net`);
      const raw = { octets, envelope: { from: 'depot@example.com', to } };
      const plan = planSending(to, { sandbox: true, max });
      assert.equal(planSending(sendRawEmailBatches(raw, { max }), { sandbox: true }), plan);
      assert.equal(planSending(sendEmailBatches(raw, { max }), { sandbox: true }), plan);
    }),
    { numRuns: 30 },
  );
});

test('120 recipients, of whom 100 fit', () => {
  const to = Array.from({ length: 120 }, (_, n) => `member${n}@example.net`);
  const account = { max24HourSend: 50_000.5, sentLast24Hours: 49_900, maxSendRate: 15 };
  assert.equal(planSending(to, { quota: account }), {
    calls: 3,
    recipients: 120,
    quotaRecipients: 120,
    isWithinQuota: false,
    excess: 20,
    remaining: 0,
    seconds: 8,
  });
});

test('the sandbox is 200 in 24 hours, one a second; the quota itself stands before it', () => {
  const to = ['ann@example.com', 'complaint@simulator.amazonses.com'];
  assert.equal(planSending(to, { sandbox: true }), {
    calls: 1,
    recipients: 2,
    quotaRecipients: 1,
    isWithinQuota: true,
    excess: 0,
    remaining: 199,
    seconds: 2,
  });
  const account = { max24HourSend: 200, sentLast24Hours: 150 };
  const plan = planSending(to, { sandbox: true, quota: account });
  assert.is(plan.remaining, 49);
  assert.not('seconds' in plan);
});

test('another recipient at the simulator is a true bounce, and counts', () => {
  const to = ['Bounce+1@SIMULATOR.amazonses.com', 'nobody@simulator.amazonses.com'];
  assert.is(planSending(to).quotaRecipients, 1);
});

test('without a quota, nothing is said of it', () => {
  const plan = { calls: 1, recipients: 1, quotaRecipients: 1, isWithinQuota: true, excess: 0 };
  assert.equal(planSending(['ann@example.com']), plan);
  assert.equal(planSending(['ann@example.com'], { sandbox: false }), plan);
  assert.equal(planSending([]), { ...plan, calls: 0, recipients: 0, quotaRecipients: 0 });
});

test('a request that names nobody goes to those of its fields', () => {
  for (const name of ['plain', 'list', 'related']) {
    const Data = Uint8Array.from(fixture(`base/${name}.eml`));
    const { recipientCount } = preflight(Data);
    assert.ok(recipientCount > 0);
    assert.is(planSending([{ RawMessage: { Data }, Destinations: [] }]).recipients, recipientCount);
    assert.is(planSending([{ Content: { Raw: { Data } } }]).recipients, recipientCount);
  }
});

/** Arguments of any type, code, and what the message says. */
const refused: readonly (readonly [readonly unknown[], ErrorCode, RegExp])[] = [
  [['a@b'], 'value-type', /^recipients is not a list of addresses or of requests: "a@b"$/],
  [[[5]], 'value-type', /^recipients\[0\]: input is not a plain object/],
  [[['a@b', {}]], 'value-type', /^recipients\[0\]: input is not a plain object/],
  [[[], { max: 51 }], 'option-invalid', /^max: 51/],
  [[[], { quota: {} }], 'value-missing', /^quota\.max24HourSend is undefined/],
  [[[], { sandbox: 1 }], 'value-type', /^sandbox is not true or false/],
  [[[], { rate: 1 }], 'option-invalid', /no member "rate"/],
];

for (const [given, code, message] of refused) {
  test(`${message} is refused: ${code}`, () => {
    assert.throws(
      () => Reflect.apply(planSending, undefined, given),
      (error: unknown) =>
        error instanceof MimewrightError && error.code === code && message.test(error.message),
    );
  });
}

test.run();
