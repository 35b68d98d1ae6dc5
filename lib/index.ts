/** The public surface of mimewright: builder, preflight, errors. */

export { compose } from './builder/compose.ts';
export { composeFrom } from './builder/compose-from.ts';
export type { BuildOptions, MessageBuilder } from './builder/message-builder.ts';
export type { MessageSpec } from './builder/message-spec.ts';
export type {
  AddressInput,
  AttachInput,
  CalendarOptions,
  EmbedInput,
  ListUnsubscribeOptions,
  MailboxInput,
  PartOptions,
  Priority,
  TextOptions,
} from './builder/options.ts';
export type { Evidence } from './carrier/evidence.ts';
export { type Profile, profiles } from './carrier/limits.ts';
export type { SesOptions } from './carrier/ses-options.ts';
export type { SesFields } from './carrier/x-ses-fields.ts';
export { type ErrorCode, errorCodes, MimewrightError } from './errors.ts';
export type { Envelope, RawMessage } from './model/message.ts';
export type { TransferEncoding } from './model/transfer-encoding.ts';
export { assertSendable, NotSendableError } from './preflight/assert-sendable.ts';
export { rules } from './preflight/catalogue.ts';
export type { PreflightOptions } from './preflight/options.ts';
export type {
  Finding,
  MessagePlace,
  OptionPlace,
  PartSummary,
  Report,
  SesAnswer,
} from './preflight/report.ts';
export type { RuleInfo } from './preflight/rule.ts';
export { preflight } from './preflight/run.ts';
export type { Severity } from './preflight/severity.ts';
