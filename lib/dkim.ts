/** The public surface of mimewright/dkim: signing and verifying messages, RFC 6376. */

export type { Profile } from './carrier/limits.ts';
export type { Canonicalization } from './dkim/canonical-field.ts';
export { sign, signatureField } from './dkim/sign.ts';
export type { SignOptions } from './dkim/sign-options.ts';
export { type SignatureInfo, signatures } from './dkim/signatures.ts';
export {
  type Verification,
  type VerificationResult,
  type VerifyOptions,
  verify,
} from './dkim/verify.ts';
export type { Envelope, RawMessage } from './model/message.ts';
export type { Span } from './octets/span.ts';
