/** Reading content dispositions: RFC 2183 §2. */

import type { FieldDefect } from './field-defect.ts';
import { takeParameters } from './parameter-parsing.ts';
import { ParameterScanner } from './parameter-scanner.ts';
import type { ParsedParameter } from './parsed-parameter.ts';

/** A content disposition as it was read. */
export interface ParsedDisposition {
  /** In lower case: `inline`, `attachment`, or what else was written. */
  readonly type: string;
  readonly parameters: readonly ParsedParameter[];
}

/**
 * Parses the body of a Content-Disposition field.
 *
 * Where the type is missing it is `attachment`, as for every unknown type (RFC 2183 §2.8). Total,
 * in linear time.
 *
 * @param text An unfolded field body, one character for each octet.
 */
export function parseDisposition(text: string): {
  readonly disposition: ParsedDisposition;
  readonly defects: readonly FieldDefect[];
} {
  const scanner = new ParameterScanner(text, 0);
  const type = scanType(scanner);
  const parameters = takeParameters(scanner);
  return { disposition: { type, parameters }, defects: scanner.defects.found };
}

/** Scans the type and stops where the parameters start: at once, if there is no type. */
function scanType(scanner: ParameterScanner): string {
  scanner.skipCfws();
  const start = scanner.at;
  const type = scanner.takeToken();
  const end = scanner.at;
  scanner.skipCfws();
  if (type === '' || scanner.sees('=')) {
    scanner.at = start;
    if (type === '') scanner.skipToSemicolon();
    scanner.note('disposition-syntax', start, scanner.at, 'no disposition type');
    return 'attachment';
  }
  if (!scanner.isAtEnd && !scanner.sees(';')) {
    scanner.note('parameter-syntax', end, end, 'no ";" behind the disposition type');
  }
  return type.toLowerCase();
}
