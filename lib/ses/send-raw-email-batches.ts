/** Requests for `SendRawEmail` to more recipients than one call takes. */

import type { RawMessage } from '../model/message.ts';
import { type BatchOptions, batchesOf, batchOptions } from './batches.ts';
import { type SendRawEmailInput, sendRawEmailInput } from './send-raw-email.ts';

/**
 * The requests that send a message, as it is, to any number of recipients.
 *
 * Each recipient stands in one of them, once: a mailbox named again, with its domain in whatever
 * case, is left out. Order is kept, and all but the last are full. At least one; all share the
 * octets of the message, so that everyone reads the same To and Cc.
 *
 * @throws {MimewrightError} `option-invalid` or `value-type` for `max`, `option-invalid` also where
 *   the message has an X-SES-LIST-MANAGEMENT-OPTIONS field, for list management works for one
 *   recipient a call: pass `max: 1`; else as {@link sendRawEmailInput}.
 * @see https://docs.aws.amazon.com/ses/latest/dg/quotas.html (50: documented)
 * @see https://docs.aws.amazon.com/ses/latest/dg/sending-email-subscription-management.html
 * @example
 * for (const batch of sendRawEmailBatches(raw)) await ses.send(new SendRawEmailCommand(batch));
 */
export function sendRawEmailBatches(
  raw: RawMessage,
  options: BatchOptions = {},
): SendRawEmailInput[] {
  const { size, sesOptions } = batchOptions(options);
  const input = sendRawEmailInput(raw, sesOptions);
  const batches = batchesOf(input.Destinations, size, input.RawMessage.Data, sesOptions);
  return batches.map((Destinations) => ({ ...input, Destinations }));
}
