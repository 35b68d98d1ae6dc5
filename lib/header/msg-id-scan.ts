/** What stands between the angles of a msg-id, obsolete forms and all: RFC 5322 §3.6.4, §4.5.4. */

import { trimBlanks } from '../octets/ascii.ts';
import type { ParameterScanner } from './parameter-scanner.ts';

/** The two sides of a msg-id without quotes, comments and blanks, and whether it follows a grammar. */
export interface MsgIdContent {
  readonly left: string;
  /** Behind the last `@`; undefined where there is none. */
  readonly right: string | undefined;
  /** Whether the two sides follow RFC 5322, in its obsolete form at least. */
  readonly isWellFormed: boolean;
}

const ATOMS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+$/;
/** What nearly all msg-ids are; taken at once, for there may be a hundred thousand. */
const MODERN = /([^<>()"@[\]\\ \t\r\n]+)@([^<>()"@[\]\\ \t\r\n]+)(?=>)/y;
const LITERAL = /\[[!-Z^-~]*\]/y;
const PLAIN = /[^<>("@[ \t\r\n]+/y;
const SEPARATOR = / ?([.@]) ?/g;

/** Stands for a quoted string in an outline: any atom would do. */
const QUOTED = 'q';

/** Takes what stands between the scanner and the `>`, the `<` or the end that comes next. */
export function takeMsgIdContent(scanner: ParameterScanner): MsgIdContent {
  MODERN.lastIndex = scanner.at;
  const [modern = '', left = '', right = ''] = MODERN.exec(scanner.text) ?? [];
  if (!isDotAtom(left) || !isDotAtom(right)) return takeObsoleteContent(scanner);
  scanner.at += modern.length;
  return { left, right, isWellFormed: true };
}

/** Takes it piece by piece: domain literals, quoted strings, comments, and what follows no grammar. */
function takeObsoleteContent(scanner: ParameterScanner): MsgIdContent {
  let content = '';
  let outline = '';
  let last = ' ';
  let separator: number | undefined;
  while (!scanner.isAtEnd && !scanner.sees('>') && !scanner.sees('<')) {
    const start = scanner.at;
    scanner.skipCfws();
    if (scanner.at > start) {
      last = ' ';
      outline += last;
      continue;
    }
    const isQuoted = scanner.sees('"') && (last === ' ' || last === '.');
    const quoted = isQuoted ? takeClosedQuotedString(scanner) : undefined;
    const isLiteralPlace = separator !== undefined && content.length === separator + 1;
    const piece = quoted ?? takePiece(scanner, isLiteralPlace);
    if (quoted === undefined && piece === '@') separator = content.length;
    content += piece;
    outline += quoted === undefined ? piece : QUOTED;
    last = quoted === undefined ? piece.slice(-1) : QUOTED;
  }
  return {
    left: content.slice(0, separator),
    right: separator === undefined ? undefined : content.slice(separator + 1),
    isWellFormed: isMsgId(trimBlanks(outline.replace(SEPARATOR, '$1'))),
  };
}

/**
 * Takes the quoted string that comes next and returns its content; where it never ends, takes
 * nothing, so that no msg-id behind the quote is lost.
 */
export function takeClosedQuotedString(scanner: ParameterScanner): string | undefined {
  const start = scanner.at;
  const { length } = scanner.defects.found;
  const content = scanner.takeQuotedString();
  if (scanner.defects.found.length === length) return content;
  scanner.at = start;
  return undefined;
}

/** Takes a domain literal, a run of plain characters, or one character that is neither. */
function takePiece(scanner: ParameterScanner, isLiteralPlace: boolean): string {
  const pattern = isLiteralPlace && scanner.sees('[') ? LITERAL : PLAIN;
  pattern.lastIndex = scanner.at;
  const piece = pattern.exec(scanner.text)?.[0] ?? scanner.text.charAt(scanner.at);
  scanner.at += piece.length;
  return piece;
}

function isMsgId(outline: string): boolean {
  const separator = outline.indexOf('@');
  if (separator === -1) return false;
  const right = outline.slice(separator + 1);
  LITERAL.lastIndex = 0;
  const isLiteral = LITERAL.exec(right)?.[0] === right;
  return isDotAtom(outline.slice(0, separator)) && (isLiteral || isDotAtom(right));
}

/** Whether text is atoms with single dots between. */
function isDotAtom(text: string): boolean {
  return ATOMS.test(text) && !text.startsWith('.') && !text.endsWith('.') && !text.includes('..');
}
