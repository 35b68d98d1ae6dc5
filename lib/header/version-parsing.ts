/** Reading MIME-Version: RFC 2045 §4. */

import { trimBlanks, withoutBlanks } from '../octets/ascii.ts';
import { blankComments } from './comment-blanking.ts';
import type { FieldDefect } from './field-defect.ts';
import { ParameterScanner } from './parameter-scanner.ts';

const VERSION = /[ \t\r\n]*(\d+)[ \t\r\n]*\.[ \t\r\n]*(\d+)/y;

/** The one version there is. */
const MIME_VERSION = '1.0';

/**
 * Parses the body of a MIME-Version field: digits, a dot, digits, with comments anywhere.
 *
 * What is not 1.0 alone is `version-invalid`. Total, in linear time.
 *
 * @param text An unfolded field body, one character for each octet.
 * @returns The version without blanks and comments, where the body starts with one.
 */
export function parseVersion(text: string): {
  readonly version: string | undefined;
  readonly defects: readonly FieldDefect[];
} {
  const scanner = new ParameterScanner(text, 0);
  const blanked = blankComments(scanner);
  VERSION.lastIndex = 0;
  const [written, major, minor] = VERSION.exec(blanked) ?? [''];
  const version = written === '' ? undefined : `${major}.${minor}`;
  const isAlone = trimBlanks(blanked.slice(written.length)) === '';
  if (version !== MIME_VERSION || !isAlone) {
    const { start, end } = withoutBlanks(text);
    scanner.note('version-invalid', start, end);
  }
  return { version, defects: scanner.defects.found };
}
