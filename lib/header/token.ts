/** Tokens: RFC 2045 §5.1. */

import { MimewrightError, quoted } from '../errors.ts';

const TOKEN = /^[!#$%&'*+\-.0-9A-Z^_`a-z{|}~]+$/;

/** True for printable ASCII without blanks and without `()<>@,;:\"/[]?=`; not for ''. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/** @throws {MimewrightError} `token-syntax`; the message names the field and quotes the value. */
export function checkToken(text: string, what: string): string {
  if (isToken(text)) return text;
  throw new MimewrightError(
    'token-syntax',
    `${what}: not a token: ${quoted(text)}: it holds ASCII letters, digits and !#$%&'*+-.^_\`{|}~ alone`,
  );
}
