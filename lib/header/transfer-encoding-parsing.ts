/** Reading Content-Transfer-Encoding: RFC 2045 §6.1. */

import { withoutBlanks } from '../octets/ascii.ts';
import type { Span } from '../octets/span.ts';
import { blankComments } from './comment-blanking.ts';
import type { FieldDefect } from './field-defect.ts';
import { ParameterScanner } from './parameter-scanner.ts';

const ENCODING = /[^\s"';,]+/;
const KNOWN = /^(?:7bit|8bit|binary|base64|quoted-printable|x-[!#$%&'*+\-.0-9A-Z^_`a-z{|}~]+)$/i;

/** What nearly all say. */
const PLAIN = /^([ \t]*)(7bit|8bit|binary|base64|quoted-printable)[ \t]*$/i;

/** What an entity is encoded in that does not say so: RFC 2045 §6.1. */
const DEFAULT_ENCODING = '7bit';

/**
 * Parses the body of a Content-Transfer-Encoding field.
 *
 * Quotes, comments, parameters and what else stands behind the first word are forgiven, as readers
 * do. Total, in linear time.
 *
 * @param text An unfolded field body, one character for each octet.
 * @returns The encoding in lower case, and where it stands: at the end, if nothing says it.
 */
export function parseTransferEncoding(text: string): {
  readonly encoding: string;
  readonly span: Span;
  readonly defects: readonly FieldDefect[];
} {
  const [, blanks = '', plain] = PLAIN.exec(text) ?? [];
  if (plain !== undefined) {
    const span = { start: blanks.length, end: blanks.length + plain.length };
    return { encoding: plain.toLowerCase(), span, defects: [] };
  }
  const scanner = new ParameterScanner(text, 0);
  const blanked = blankComments(scanner);
  const match = ENCODING.exec(blanked);
  const start = match?.index ?? text.length;
  const encoding = match?.[0] ?? '';
  const span = { start, end: start + encoding.length };
  if (encoding !== blanked.trim() || encoding === '') {
    const { start: from, end } = withoutBlanks(text);
    scanner.note('cte-syntax', from, end);
  }
  if (encoding !== '' && !KNOWN.test(encoding)) scanner.note('cte-unknown', span.start, span.end);
  return {
    encoding: encoding.toLowerCase() || DEFAULT_ENCODING,
    span,
    defects: scanner.defects.found,
  };
}
