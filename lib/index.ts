/** The public surface of mimewright: builder, preflight, reader, errors. */

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
export type { SendingQuota } from './carrier/sending-quota.ts';
export type { SesOptions } from './carrier/ses-options.ts';
export type { SesFields } from './carrier/x-ses-fields.ts';
export { type ErrorCode, errorCodes, MimewrightError } from './errors.ts';
export type { ParsedDateTime } from './header/date-time-parsing.ts';
export type { ParsedDisposition } from './header/disposition-parsing.ts';
export type { ParsedMediaType } from './header/media-type-parsing.ts';
export type { ParsedMsgId } from './header/msg-id-parsing.ts';
export type { ParsedAddress, ParsedGroup, ParsedMailbox } from './header/parsed-address.ts';
export type { ParsedEncodedWord } from './header/parsed-encoded-word.ts';
export type { ParsedParameter } from './header/parsed-parameter.ts';
export type { ParsedUri } from './header/uri-list-parsing.ts';
export type { Envelope, RawMessage } from './model/message.ts';
export type { TransferEncoding } from './model/transfer-encoding.ts';
export type { LineEnds } from './octets/line-scan.ts';
export { type Position, positionFinder } from './octets/position.ts';
export type { Span } from './octets/span.ts';
export { assertSendable, NotSendableError } from './preflight/assert-sendable.ts';
export { rules } from './preflight/catalogue.ts';
export { type FixResult, fix } from './preflight/fix.ts';
export type { FixOptions } from './preflight/fix-options.ts';
export type { PreflightOptions } from './preflight/options.ts';
export { redirect } from './preflight/redirect.ts';
export type { RedirectOptions } from './preflight/redirecting/options.ts';
export type {
  Finding,
  Mend,
  MessageEdit,
  MessagePlace,
  OptionPlace,
  PartSummary,
  Report,
  SesAnswer,
} from './preflight/report.ts';
export type { RuleInfo } from './preflight/rule.ts';
export { preflight } from './preflight/run.ts';
export type { Severity } from './preflight/severity.ts';
export { type Defect, type DefectCode, defectCodes } from './reader/defect.ts';
export { defectSummaries } from './reader/defect-summaries.ts';
export type { Entity } from './reader/entity.ts';
export type { FieldKind } from './reader/field-kind.ts';
export type { HeaderField } from './reader/header-field.ts';
export { read } from './reader/read.ts';
