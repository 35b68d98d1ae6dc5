/** Reading parameter lists: RFC 2045 §5.1. */

import type { FieldDefect } from './field-defect.ts';
import { joinSegments, type ParameterSegment } from './parameter-continuation.ts';
import { ParameterScanner } from './parameter-scanner.ts';
import type { ParsedParameter } from './parsed-parameter.ts';

export interface ParsedParameters {
  /** Each name once, in the order of first appearance; of equals the first. */
  readonly parameters: readonly ParsedParameter[];
  readonly defects: readonly FieldDefect[];
}

/**
 * Parses a parameter list, as it stands behind a media type or a disposition type.
 *
 * Total, in linear time. Forgives what readers forgive: values that should have been quoted, a
 * missing semicolon, empty parameters; each leaves a defect.
 *
 * @param text An unfolded field body, one character for each octet.
 * @param from Where the list starts; the first semicolon may be there or be missing.
 */
export function parseParameters(text: string, from = 0): ParsedParameters {
  const scanner = new ParameterScanner(text, from);
  return { parameters: takeParameters(scanner), defects: scanner.defects.found };
}

/** Takes all parameters up to the end of the text; defects are left in the scanner. */
export function takeParameters(scanner: ParameterScanner): readonly ParsedParameter[] {
  return joinSegments(scanParameterList(scanner), scanner.defects);
}

function scanParameterList(scanner: ParameterScanner): readonly ParameterSegment[] {
  const segments: ParameterSegment[] = [];
  let semicolon: number | undefined;
  scanner.skipCfws();
  if (scanner.take(';')) semicolon = scanner.at - 1;
  for (;;) {
    scanner.skipCfws();
    if (scanner.isAtEnd) break;
    if (scanner.sees(';')) {
      scanner.note('parameter-syntax', scanner.at, scanner.at + 1, 'an empty parameter');
    } else {
      const segment = scanParameter(scanner);
      if (segment !== undefined) segments.push(segment);
    }
    semicolon = scanner.take(';') ? scanner.at - 1 : undefined;
  }
  if (semicolon !== undefined) {
    scanner.note('parameter-trailing-semicolon', semicolon, semicolon + 1);
  }
  return segments;
}

/** Scans `name=value` and stops at a semicolon, at the end, or at the name of the next one. */
function scanParameter(scanner: ParameterScanner): ParameterSegment | undefined {
  const start = scanner.at;
  const name = scanner.takeToken();
  scanner.skipCfws();
  if (name === '' || !scanner.take('=')) {
    scanner.skipToSemicolon();
    const missing = name === '' ? 'no name' : 'no "=" behind the name';
    scanner.note('parameter-syntax', start, scanner.at, missing);
    return undefined;
  }
  scanner.skipCfws();
  const { value, end } = scanner.sees('"') ? scanQuoted(scanner) : scanToken(scanner);
  return { name, value, span: { start, end } };
}

interface ScannedValue {
  readonly value: string;
  readonly end: number;
}

function scanQuoted(scanner: ParameterScanner): ScannedValue {
  const value = scanner.takeQuotedString();
  const end = scanner.at;
  scanner.skipCfws();
  if (scanner.isAtEnd || scanner.sees(';') || isMissingSemicolon(scanner)) return { value, end };
  const start = scanner.at;
  scanner.skipToSemicolon();
  scanner.note('parameter-syntax', start, scanner.at, 'text behind the closing quote');
  return { value, end };
}

function scanToken(scanner: ParameterScanner): ScannedValue {
  const start = scanner.at;
  const value = scanner.takeToken();
  const end = scanner.at;
  scanner.skipCfws();
  if (scanner.isAtEnd || scanner.sees(';')) {
    if (value === '') scanner.note('parameter-syntax', start, end, 'no value');
    return { value, end };
  }
  if (scanner.at > end && value !== '' && isMissingSemicolon(scanner)) return { value, end };
  scanner.skipToSemicolon();
  const bare = scanner.text.slice(start, scanner.at).trimEnd();
  scanner.note('parameter-unquoted', start, start + bare.length);
  return { value: bare, end: start + bare.length };
}

/** Whether `name=` comes next, as in `charset=utf-8 name=a`; goes no further than that. */
function isMissingSemicolon(scanner: ParameterScanner): boolean {
  const { at } = scanner;
  const isNext = scanner.takeToken() !== '' && scanner.sees('=');
  scanner.at = at;
  if (isNext) scanner.note('parameter-syntax', at, at, 'no ";" between parameters');
  return isNext;
}
