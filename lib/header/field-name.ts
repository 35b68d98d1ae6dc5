/** Names of header fields: RFC 5322 §2.2. */

import { MimewrightError, quoted } from '../errors.ts';

/** With the colon it must fit on a line of 78 with something of the body: RFC 5322 §2.1.1. */
const NAME_CHARACTERS_MAX = 76;

const FIELD_NAME = /^[!-9;-~]+$/;

/** @throws {MimewrightError} `field-name` */
export function checkFieldName(name: string): string {
  if (FIELD_NAME.test(name) && name.length <= NAME_CHARACTERS_MAX) return name;
  throw new MimewrightError(
    'field-name',
    `not a field name: ${quoted(name)}: it is 1 to ${NAME_CHARACTERS_MAX} characters of ASCII from ! to ~ without the colon`,
  );
}
