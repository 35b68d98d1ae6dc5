/** Requests for `SendEmail` of the API v2 to more recipients than one call takes. */

import type { RawMessage } from '../model/message.ts';
import { type BatchOptions, batchesOf, batchOptions } from './batches.ts';
import { type SendEmailInput, sendEmailInput } from './send-email.ts';

/**
 * The requests that send a message, as it is, to any number of recipients: what
 * `sendRawEmailBatches` is for v1.
 *
 * @throws {MimewrightError} `option-invalid` or `value-type` for `max`, `option-invalid` also where
 *   `listManagement` or the field of the message asks for list management, which works for one
 *   recipient a call: pass `max: 1`; else as {@link sendEmailInput}.
 * @see https://docs.aws.amazon.com/ses/latest/dg/sending-email-subscription-management.html
 * @example
 * for (const batch of sendEmailBatches(raw)) await ses.send(new SendEmailCommand(batch));
 */
export function sendEmailBatches(raw: RawMessage, options: BatchOptions = {}): SendEmailInput[] {
  const { size, sesOptions } = batchOptions(options);
  const input = sendEmailInput(raw, sesOptions);
  const { Content, Destination } = input;
  const batches = batchesOf(Destination.ToAddresses, size, Content.Raw.Data, sesOptions);
  return batches.map((ToAddresses) => ({ ...input, Destination: { ToAddresses } }));
}
