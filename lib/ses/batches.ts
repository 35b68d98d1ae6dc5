/** Recipients in batches: each once, in order, as few batches as a call's limit allows. */

import { missing, recordArgument, wrongType } from '../arguments.ts';
import { sesLimits } from '../carrier/limits.ts';
import { addrSpecOf, mailboxKey } from '../carrier/mailbox-parts.ts';
import type { SesOptions } from '../carrier/ses-options.ts';
import { MimewrightError } from '../errors.ts';
import { fieldNamed } from '../reader/header-field.ts';
import { read } from '../reader/read.ts';

/** As for one request, and how many recipients each may have. */
export interface BatchOptions extends SesOptions {
  /** 1 to 50; 50 if left out. */
  readonly max?: number;
}

/** The same for v1 and v2. */
export const RECIPIENTS_MAX: number = sesLimits['ses-v1'].recipients.most;

const LIST_FIELD = 'X-SES-LIST-MANAGEMENT-OPTIONS';

/** The options of each request, and how many recipients it may have. */
export function batchOptions(options: BatchOptions): {
  readonly size: number;
  readonly sesOptions: SesOptions;
} {
  const members = recordArgument('options', options);
  const { max, ...sesOptions } = options;
  return { size: members.has('max') ? batchSize(members.get('max')) : RECIPIENTS_MAX, sesOptions };
}

/** An integer that SES takes as the recipients of one call. */
export function batchSize(max: unknown): number {
  if (max === undefined || max === null) throw missing('max', max);
  if (typeof max !== 'number') throw wrongType('max', max, 'a number');
  if (Number.isInteger(max) && max >= 1 && max <= RECIPIENTS_MAX) return max;
  throw new MimewrightError(
    'option-invalid',
    `max: ${max} is no number of recipients; 1 to ${RECIPIENTS_MAX} are allowed`,
  );
}

/**
 * Splits recipients; a mailbox named again, with its domain in whatever case, is left out.
 *
 * @throws {MimewrightError} `option-invalid` where list management forbids more than one a batch.
 */
export function batchesOf(
  recipients: readonly string[],
  size: number,
  octets: Uint8Array,
  { listManagement }: SesOptions,
): string[][] {
  const each = eachOnce(recipients);
  if (size > 1 && each.length > 1) checkNoList(octets, listManagement);
  return Array.from({ length: Math.ceil(each.length / size) }, (_, batch) =>
    each.slice(batch * size, (batch + 1) * size),
  );
}

/** The first spelling of each. */
function eachOnce(addresses: readonly string[]): string[] {
  const byMailbox = new Map<string, string>();
  for (const address of addresses) {
    const key = mailboxKey(addrSpecOf(address));
    if (!byMailbox.has(key)) byMailbox.set(key, address);
  }
  return [...byMailbox.values()];
}

/** SES writes the links of one contact into a message, so it wants one recipient a call (documented). */
function checkNoList(octets: Uint8Array, listManagement: SesOptions['listManagement']): void {
  const isAsked = listManagement !== undefined;
  if (!isAsked && fieldNamed(read(octets).fields, LIST_FIELD.toLowerCase()) === undefined) return;
  const by = isAsked ? 'the option listManagement' : `${LIST_FIELD} in the message`;
  throw new MimewrightError(
    'option-invalid',
    `max: list management, asked for by ${by}, works for one recipient a call: pass max: 1`,
  );
}
