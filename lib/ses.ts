/** The public surface of mimewright/ses: messages as requests to Amazon SES. */

export type { SesOptions } from './carrier/ses-options.ts';
export type { Envelope, RawMessage } from './model/message.ts';
export { type SendEmailInput, sendEmailInput } from './ses/send-email.ts';
export { type SendRawEmailInput, sendRawEmailInput } from './ses/send-raw-email.ts';
export { type BatchOptions, sendRawEmailBatches } from './ses/send-raw-email-batches.ts';
export { simulator } from './ses/simulator.ts';
