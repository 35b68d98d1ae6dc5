/** Reading the URIs of List fields: RFC 2369 §2, RFC 3986 §3. */

import { trimBlanksAtEnd } from '../octets/ascii.ts';
import type { Span } from '../octets/span.ts';
import type { FieldDefect } from './field-defect.ts';
import { ParameterScanner } from './parameter-scanner.ts';

/** A URI between angles, as it was read. */
export interface ParsedUri {
  /** Without blanks, which readers ignore: RFC 2369 §2. Absolute and ASCII unless noted. */
  readonly uri: string;
  /** The angles included. */
  readonly span: Span;
}

/** What stood before the place where the parser is; `other` was noted already. */
type Before = 'comma' | 'uri' | 'other';

const ABSOLUTE_URI = /^[A-Za-z][A-Za-z0-9+.-]*:[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]+$/;
const BLANKS = /[ \t\r\n]+/g;
const ANGLE = /[<>]/g;
const ITEM_END = /[,<]/g;

/**
 * Parses a list of URIs in angles, with commas between and comments around them.
 *
 * A body that starts with anything else has none, for readers ignore it (RFC 2369 §2); so is any
 * later item without angles left out. URIs without a comma between are given all the same. Total,
 * in linear time.
 *
 * @param text An unfolded field body, one character for each octet.
 * @returns The URIs in order, perhaps none.
 */
export function parseUriList(text: string): {
  readonly uris: readonly ParsedUri[];
  readonly defects: readonly FieldDefect[];
} {
  const scanner = new ParameterScanner(text, 0);
  scanner.skipCfws();
  if (scanner.sees('<')) return { uris: takeUris(scanner), defects: scanner.defects.found };
  noteOther(scanner, text.length, 'comma');
  return { uris: [], defects: scanner.defects.found };
}

function takeUris(scanner: ParameterScanner): readonly ParsedUri[] {
  const uris: ParsedUri[] = [];
  let before: Before = 'comma';
  for (; !scanner.isAtEnd; scanner.skipCfws()) {
    const { at } = scanner;
    if (scanner.sees('<')) {
      if (before === 'uri') scanner.note('uri-separator', at, at, 'no comma between two URIs');
      const uri = takeUri(scanner);
      if (uri !== undefined) uris.push(uri);
      before = uri === undefined ? 'other' : 'uri';
    } else if (scanner.take(',')) {
      if (before === 'comma') scanner.note('uri-separator', at, at + 1, 'no URI before the comma');
      before = 'comma';
    } else {
      noteOther(scanner, indexOf(scanner, ITEM_END), before);
      before = 'other';
    }
  }
  if (before === 'comma') {
    scanner.note('uri-separator', scanner.at, scanner.at, 'no URI behind the comma');
  }
  return uris;
}

/** Takes what stands between angles; undefined where nothing does, or they are not closed. */
function takeUri(scanner: ParameterScanner): ParsedUri | undefined {
  const start = scanner.at;
  scanner.at += 1;
  const close = indexOf(scanner, ANGLE);
  const written = scanner.text.slice(start + 1, close);
  scanner.at = close;
  if (!scanner.take('>')) {
    scanner.note('uri-no-angle-brackets', start, close, 'no ">" behind it');
    return undefined;
  }
  const span = { start, end: scanner.at };
  const uri = written.replace(BLANKS, '');
  const isAbsolute = ABSOLUTE_URI.test(uri);
  if (!isAbsolute) scanner.note('uri-invalid', span.start, span.end, 'not an absolute URI');
  else if (uri !== written) scanner.note('uri-invalid', span.start, span.end, 'blanks within');
  return uri === '' ? undefined : { uri, span };
}

/** Takes what is no URI in angles up to `end`: an item of its own, or behind a URI. */
function noteOther(scanner: ParameterScanner, end: number, before: Before): void {
  const start = scanner.at;
  const other = trimBlanksAtEnd(scanner.text.slice(start, end));
  const code = before === 'comma' ? 'uri-no-angle-brackets' : 'uri-separator';
  scanner.note(code, start, start + other.length);
  scanner.at = end;
}

/** Where the next match of a global pattern starts, else the end of the text. */
function indexOf({ text, at }: ParameterScanner, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.index ?? text.length;
}
