/** The tokens that SES makes of Content-Type and Content-Disposition. */

import { commentEnd, quoteEnd } from './address-delimiters.ts';

/** One token. */
export interface MimeToken {
  /** `end`: nothing is left; `open-quote`, `open-comment`: what it starts is never closed. */
  readonly kind: 'atom' | 'quoted' | 'special' | 'end' | 'open-quote' | 'open-comment';
  readonly start: number;
  readonly end: number;
  /** Without quotes and backslashes; one octet of a special; `null`, as SES says it, of an end. */
  readonly value: string;
}

const BLANKS = /[ \t\r\n]*/y;
const ATOM = /[!#$%&'*+\-.0-9A-Z^_`a-z{|}~]+/y;
const QUOTED_PAIR = /\\([\s\S])/g;

/**
 * The next token, comments and blanks passed over.
 *
 * A control or an octet beyond ASCII is a special, as are the specials of RFC 2045 §5.1.
 *
 * @param body Unfolded, one character for each octet.
 */
export function mimeTokenAt(body: string, from: number): MimeToken {
  let start = matchEnd(BLANKS, body, from);
  while (body[start] === '(') {
    const close = commentEnd(body, { start, end: body.length });
    if (close === undefined) return token('open-comment', start, start + 1, '(');
    start = matchEnd(BLANKS, body, close + 1);
  }
  const first = body[start];
  if (first === undefined) return token('end', start, start, 'null');
  if (first === '"') return quotedAt(body, start);
  const end = matchEnd(ATOM, body, start);
  if (end > start) return token('atom', start, end, body.slice(start, end));
  return token('special', start, start + 1, first);
}

function quotedAt(body: string, start: number): MimeToken {
  const close = quoteEnd(body, { start, end: body.length });
  if (close === undefined) return token('open-quote', start, start + 1, '"');
  const value = body.slice(start + 1, close).replace(QUOTED_PAIR, '$1');
  return token('quoted', start, close + 1, value);
}

function token(kind: MimeToken['kind'], start: number, end: number, value: string): MimeToken {
  return { kind, start, end, value };
}

function matchEnd(pattern: RegExp, body: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(body) ? pattern.lastIndex : from;
}
