/** Requests for `SendRawEmail` to more recipients than one call takes. */

import { missing, recordArgument, wrongType } from '../arguments.ts';
import { sesLimits } from '../carrier/limits.ts';
import type { SesOptions } from '../carrier/ses-options.ts';
import { MimewrightError } from '../errors.ts';
import type { RawMessage } from '../model/message.ts';
import { mailboxKey } from './request-address.ts';
import { type SendRawEmailInput, sendRawEmailInput } from './send-raw-email.ts';

const RECIPIENTS_MAX = sesLimits['ses-v1'].recipients.most;

/** As for one request, and how many recipients each may have. */
export interface BatchOptions extends SesOptions {
  /** 1 to 50; 50 if left out. */
  readonly max?: number;
}

/**
 * The requests that send a message, as it is, to any number of recipients.
 *
 * Each recipient stands in one of them, once: a mailbox named again, with its domain in whatever
 * case, is left out. Order is kept, and all but the last are full. At least one; all share the
 * octets of the message.
 *
 * @throws {MimewrightError} `option-invalid` or `value-type` for `max`; else as
 *   {@link sendRawEmailInput}.
 */
export function sendRawEmailBatches(
  raw: RawMessage,
  options: BatchOptions = {},
): SendRawEmailInput[] {
  const members = recordArgument('options', options);
  const { max, ...sesOptions } = options;
  const size = members.has('max') ? batchSize(members.get('max')) : RECIPIENTS_MAX;
  const input = sendRawEmailInput(raw, sesOptions);
  const recipients = eachOnce(input.Destinations);
  const batches: SendRawEmailInput[] = [];
  for (let at = 0; at < recipients.length; at += size) {
    batches.push({ ...input, Destinations: recipients.slice(at, at + size) });
  }
  return batches;
}

function batchSize(max: unknown): number {
  if (max === undefined || max === null) throw missing('max', max);
  if (typeof max !== 'number') throw wrongType('max', max, 'a number');
  if (Number.isInteger(max) && max >= 1 && max <= RECIPIENTS_MAX) return max;
  throw new MimewrightError(
    'option-invalid',
    `max: ${max} is no number of recipients; 1 to ${RECIPIENTS_MAX} are allowed`,
  );
}

/** The first spelling of each. */
function eachOnce(addresses: readonly string[]): string[] {
  const byMailbox = new Map<string, string>();
  for (const address of addresses) {
    const key = mailboxKey(address);
    if (!byMailbox.has(key)) byMailbox.set(key, address);
  }
  return [...byMailbox.values()];
}
