/** How far the quota of an account goes: how many count, whether it holds, how long it takes. */

import { booleanArgument, recordArgument, wrongType } from '../arguments.ts';
import { parseApiRecipient } from '../carrier/address-grammar.ts';
import type { SendingQuota } from '../carrier/sending-quota.ts';
import { simulatorRole } from '../carrier/simulator.ts';
import { naming } from '../errors.ts';
import { checkTexts, quotaRecord } from '../preflight/option-values.ts';
import { batchSize, RECIPIENTS_MAX } from './batches.ts';
import { readRequest } from './read-request.ts';
import { recipientsOf } from './request-recipients.ts';
import type { SendEmailRequest, SendRawEmailRequest } from './request-shapes.ts';

/** What the account may send. */
export interface PlanOptions {
  /** As SES tells it; it stands where `sandbox` is given too. */
  readonly quota?: SendingQuota;
  /** An account in the sandbox that has sent nothing yet: 200 recipients in 24 hours, one a second. */
  readonly sandbox?: boolean;
  /** Of recipients: how many go into one call, 1 to 50; 50 if left out. Requests are calls as they are. */
  readonly max?: number;
}

/** Plain data; numbers of recipients but where it says otherwise. */
export interface SendingPlan {
  /** Calls of the API. */
  readonly calls: number;
  /** All of them: each counts to the rate. One that is named twice is two. */
  readonly recipients: number;
  /** Without those of the mailbox simulator, which do not count to the quota of 24 hours. */
  readonly quotaRecipients: number;
  /** The quota of 24 hours holds all of them; also where there is none, or none is known. */
  readonly isWithinQuota: boolean;
  /** How many are too many for now; 0 where the quota holds. */
  readonly excess: number;
  /** What is left of the quota of 24 hours afterwards; absent where there is none, or none is known. */
  readonly remaining?: number;
  /** Seconds that sending takes at the rate of the account; absent where it is not known. */
  readonly seconds?: number;
}

/** @see https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html (documented) */
const SANDBOX_QUOTA: SendingQuota = { max24HourSend: 200, sentLast24Hours: 0, maxSendRate: 1 };

/**
 * Plans the sending of a message to recipients, or of requests.
 *
 * SES counts recipients, not calls: a call to 50 is 50 of the quota of 24 hours, and takes 50 seconds
 * at a rate of one a second. Those of the mailbox simulator count to the rate alone. Nobody is left
 * out as named twice. A request that names no recipients goes to those of its To, Cc and Bcc fields.
 *
 * @param recipients Addresses, or inputs of `SendRawEmail` or `SendEmail`, such as those of
 *   `sendRawEmailBatches`. May be empty.
 * @throws {MimewrightError} `value-missing`, `value-type` or `option-invalid`, naming the argument.
 * @see https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas.html (documented)
 * @see https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html (the simulator: documented)
 * @example
 * planSending(sendRawEmailBatches(raw), { quota: { max24HourSend: 50_000, sentLast24Hours: 49_900, maxSendRate: 14 } });
 * // 120 recipients: { calls: 3, recipients: 120, quotaRecipients: 120, isWithinQuota: false, excess: 20, remaining: 0, seconds: 8.57… }
 */
export function planSending(
  recipients: readonly string[] | readonly (SendRawEmailRequest | SendEmailRequest)[],
  options: PlanOptions = {},
): SendingPlan {
  const { quota, size } = checkedOptions(options);
  if (!Array.isArray(recipients))
    throw wrongType('recipients', recipients, 'a list of addresses or of requests');
  const { calls, addresses } = load(recipients, size);
  const quotaRecipients = addresses.filter((one) => simulatorRole(one) !== 'recipient').length;
  return Object.freeze({
    calls,
    recipients: addresses.length,
    quotaRecipients,
    ...within(quota, quotaRecipients),
    ...(quota?.maxSendRate !== undefined && { seconds: addresses.length / quota.maxSendRate }),
  });
}

function checkedOptions(options: PlanOptions): {
  readonly quota: SendingQuota | undefined;
  readonly size: number;
} {
  const members = recordArgument('options', options, ['quota', 'sandbox', 'max']);
  const isSandbox = members.has('sandbox') && booleanArgument('sandbox', members.get('sandbox'));
  const size = members.has('max') ? batchSize(members.get('max')) : RECIPIENTS_MAX;
  if (members.has('quota')) return { quota: quotaRecord('quota', members.get('quota')), size };
  return { quota: isSandbox ? SANDBOX_QUOTA : undefined, size };
}

interface Load {
  readonly calls: number;
  readonly addresses: readonly string[];
}

function load(recipients: readonly unknown[], size: number): Load {
  if (recipients.every((one) => typeof one === 'string')) {
    const addresses = checkTexts('recipients', recipients).flatMap(addressesOf);
    return { calls: Math.ceil(addresses.length / size), addresses };
  }
  const addresses = recipients.flatMap((one, at) =>
    naming(
      () => `recipients[${at}]`,
      () => recipientsOf(readRequest(one)).flatMap(addressesOf),
    ),
  );
  return { calls: recipients.length, addresses };
}

/** Of a group its members; what is no address is somebody. */
function addressesOf(recipient: string): readonly string[] {
  const { faults, mailboxes } = parseApiRecipient(recipient);
  return faults.length > 0 ? [recipient] : mailboxes.map(({ address }) => address);
}

/** SES tells its numbers with fractions; recipients have none. */
function within(
  quota: SendingQuota | undefined,
  recipients: number,
): Pick<SendingPlan, 'isWithinQuota' | 'excess' | 'remaining'> {
  if (quota === undefined || quota.max24HourSend < 0) return { isWithinQuota: true, excess: 0 };
  const left = Math.max(0, Math.floor(quota.max24HourSend - quota.sentLast24Hours));
  const excess = Math.max(0, recipients - left);
  return { isWithinQuota: excess === 0, excess, remaining: Math.max(0, left - recipients) };
}
