/** Reading media types: RFC 2045 §5.1, with the defaults of §5.2. */

import type { MediaType } from '../model/media-type.ts';
import type { FieldDefect } from './field-defect.ts';
import { takeParameters } from './parameter-parsing.ts';
import { ParameterScanner } from './parameter-scanner.ts';
import type { ParsedParameter } from './parsed-parameter.ts';

/** A name and its `=`. */
const PARAMETER = /[^\s()<>@,;:\\"/[\]?=]+[ \t]*=/y;

/** A media type as it was read; type and subtype are never empty. */
export interface ParsedMediaType extends MediaType {
  /** `type/subtype`, in lower case. */
  readonly essence: string;
  readonly parameters: readonly ParsedParameter[];
}

/**
 * Parses the body of a Content-Type field.
 *
 * What has no type and subtype is `text/plain`, as RFC 2045 §5.2 proposes; its parameters count
 * all the same. Total, in linear time.
 *
 * @param text An unfolded field body, one character for each octet.
 */
export function parseMediaType(text: string): {
  readonly mediaType: ParsedMediaType;
  readonly defects: readonly FieldDefect[];
} {
  const scanner = new ParameterScanner(text, 0);
  const [type, subtype] = scanEssence(scanner);
  const parameters = takeParameters(scanner);
  return {
    mediaType: { type, subtype, essence: `${type}/${subtype}`, parameters },
    defects: scanner.defects.found,
  };
}

/** Scans `type/subtype` and stops behind it, where the parameters start. */
function scanEssence(scanner: ParameterScanner): readonly [string, string] {
  scanner.skipCfws();
  const start = scanner.at;
  const type = scanner.takeToken();
  scanner.skipCfws();
  const hasSlash = scanner.take('/');
  if (hasSlash) scanner.skipCfws();
  const subtype = hasSlash ? scanner.takeToken() : '';
  const end = scanner.at;
  scanner.skipCfws();
  const isEnded = scanner.isAtEnd || scanner.sees(';');
  if (type !== '' && subtype !== '') {
    if (!isEnded) noteMissingSemicolon(scanner, end);
    return [type.toLowerCase(), subtype.toLowerCase()];
  }
  scanner.skipToSemicolon();
  scanner.note('content-type-syntax', start, scanner.at);
  return ['text', 'plain'];
}

/** Parameters may follow without their semicolon; anything else is passed over, as one fault. */
function noteMissingSemicolon(scanner: ParameterScanner, end: number): void {
  PARAMETER.lastIndex = scanner.at;
  const isParameter = PARAMETER.test(scanner.text);
  const start = scanner.at;
  if (!isParameter) scanner.skipToSemicolon();
  const found = isParameter ? end : scanner.at;
  scanner.note(
    'parameter-syntax',
    isParameter ? end : start,
    found,
    'no ";" behind the media type',
  );
}
