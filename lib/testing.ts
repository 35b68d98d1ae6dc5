/** Laws of mail for any sender, and the arbitraries behind them; fast-check is an optional peer. */

export {
  addrSpec,
  anyString,
  filename,
  lines,
  mailbox,
  octets,
  text,
} from './testing/arbitraries.ts';
export type { CheckOptions, Law, Verdict } from './testing/law.ts';
export { checkLaws, laws } from './testing/laws.ts';
export { sampleMessage } from './testing/sample-message.ts';
export { securityStrings } from './testing/security-strings.ts';
export type {
  Eventually,
  SampleAttachment,
  SampleField,
  SampleMailbox,
  SampleMessage,
  Sender,
  SenderPart,
  Written,
} from './testing/sender.ts';
