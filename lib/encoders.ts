/** The public surface of mimewright/encoders: the encoders for other senders, pure, each usable alone. */

export { type ErrorCode, errorCodes, MimewrightError } from './errors.ts';
export { domainToAscii } from './header/domain-text.ts';
export type { FieldDefect, FieldDefectCode } from './header/field-defect.ts';
export { foldField, type UnfoldedField, unfoldField } from './header/field-folding.ts';
export type { FoldOptions } from './header/folding.ts';
export {
  formatMailbox,
  type GroupParts,
  type MailboxParts,
  parseMailboxes,
} from './header/mailbox-text.ts';
export type { ParsedParameters } from './header/parameter-parsing.ts';
export { formatParameter, parseParameters } from './header/parameter-text.ts';
export type { ParsedParameter } from './header/parsed-parameter.ts';
export {
  decodeEncodedWords,
  type EncodedWordOptions,
  encodedWords,
} from './header/word-encoding.ts';
export type { TransferEncoding } from './model/transfer-encoding.ts';
export type { Span } from './octets/span.ts';
export { base64Octets, decodeBase64, encodeBase64 } from './transfer/base64-encoding.ts';
export type { DecodedText } from './transfer/charset.ts';
export type { TransferChoice } from './transfer/choice.ts';
export type { TransferChoiceOptions, TransferContentOptions } from './transfer/content-options.ts';
export {
  decodeQuotedPrintable,
  encodeQuotedPrintable,
  quotedPrintableOctets,
} from './transfer/quoted-printable-encoding.ts';
export { canonicalText, decodeText, encodeText } from './transfer/text-encoding.ts';
export {
  chooseTransferEncoding,
  type JudgedEncoding,
  transferFaults,
} from './transfer/transfer-choice.ts';
export type { TransferDefect, TransferDefectCode } from './transfer/transfer-defect.ts';
