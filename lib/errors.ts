/** The error that a bad call throws, and the one table of its codes. */

/** Every code a {@link MimewrightError} may carry, with what it means. Codes are never reused. */
export const errorCodes = {
  'address-not-sendable': 'an address that is well formed but that SES cannot carry (no SMTPUTF8)',
  'address-syntax': 'a mailbox, group or list of them is not in the grammar of RFC 5322 §3.4',
  'arn-syntax': 'an identity ARN is not arn:PARTITION:ses:REGION:ACCOUNT:identity/IDENTITY',
  'base64-syntax': 'octets given as base64 are not in its alphabet, or not padded, or hold blanks',
  'calendar-method': 'the method of a calendar part is missing or disagrees with its METHOD',
  'charset-unencodable': 'a text holds a character that its charset lacks',
  'charset-unknown': 'a charset that is not in the table of charsets',
  'content-id-repeated': 'two parts of one message carry the same Content-ID',
  'content-id-syntax': 'a content id is not dot-atoms, as in logo or logo@host',
  'content-type-syntax': 'a media type is not type/subtype with well-formed parameters',
  'date-invalid': 'a date is not a valid moment within the years 1900 to 9999',
  'dkim-fields': 'the fields to be signed lack From, or hold one that SES changes',
  'dkim-key': 'a key that is not a private key of RSA, of 1024 bits at least, or of Ed25519',
  'dkim-repeated': 'a message for SES has a signature already, and may have one',
  'domain-syntax': 'a domain is neither a host name, nor an IDN, nor an address literal',
  'field-body': 'a finished field body that is not 7-bit, or that would add a field or a line',
  'field-name': 'a field name has characters outside 33 to 126, a colon, or is too long',
  'field-repeated': 'a field that may occur only once is added again',
  'field-reserved': 'a field that has a method of its own is set through header()',
  'filename-control': 'a file name holds a control character',
  'ill-formed-text': 'a text holds an unpaired surrogate',
  'list-unsubscribe': 'the URIs for List-Unsubscribe are missing or malformed',
  'message-incomplete': 'the message lacks fields or content that every message needs',
  'message-not-recodable': 'an attached message cannot be made 7-bit without change of meaning',
  'msg-id-syntax': 'a msg-id is not left@right of dot-atoms',
  'not-sendable': 'preflight found errors in a message that was about to be sent',
  'option-invalid': 'an option is unknown, or its value is not one of those allowed',
  'recipients-missing': 'a request is made for a message without recipients',
  'ses-field': 'a value for an X-SES field is outside its grammar',
  'text-control': 'a text for a header field holds a control character',
  'token-syntax': 'a value that must be a token of RFC 2045 is not one',
  'transfer-encoding': 'content cannot be carried in the transfer encoding that was asked for',
  'uri-syntax': 'a URI is not absolute, or holds blanks, angles or characters outside ASCII',
  'value-missing': 'a value is undefined, null, or empty where a value is due',
  'value-type': 'a value is of a type that the method does not take',
} as const;

/** A stable name for what went wrong: programs read this, people read `message`. */
export type ErrorCode = keyof typeof errorCodes;

/**
 * What every bad call throws. Bad mail never throws: it becomes defects and findings.
 *
 * @example
 * try { compose().to('zoë'); } catch (error) {
 *   if (error instanceof MimewrightError) console.error(error.code); // 'address-syntax'
 * }
 */
export class MimewrightError extends Error {
  override readonly name: string = 'MimewrightError';
  /** Stable across releases; one of {@link errorCodes}. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** Quotes a value for a message; long ones are cut in the middle, with their length named. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : describe(value);
  if (text.length <= 200) return text;
  return `${text.slice(0, 120)}…${text.slice(-40)} (${text.length} characters)`;
}

/** An object may have no way to become a string, or a hostile one: it is asked for its kind alone. */
function describe(value: unknown): string {
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return Object.prototype.toString.call(value);
  } catch {
    return '[object]';
  }
}

/**
 * Runs a step and lets the errors that it throws start with the name of what it was run for; a name
 * that costs something is made only then.
 */
export function naming<T>(what: string | (() => string), step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof MimewrightError)) throw error;
    const name = typeof what === 'string' ? what : what();
    throw new MimewrightError(error.code, `${name}: ${error.message}`, { cause: error });
  }
}
