/** Where comments, quoted strings, angle brackets and domain literals end, as SES reads them. */

import type { Span } from '../octets/span.ts';

/** The parenthesis that closes the comment at the start of the span; comments nest. */
export function commentEnd(body: string, { start, end }: Span): number | undefined {
  let depth = 0;
  for (let at = start; at < end; at += 1) {
    const character = body[at];
    if (character === '\\') at += 1;
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

/** The quote that closes the quoted string at the start of the span. */
export function quoteEnd(body: string, span: Span): number | undefined {
  return closing(body, span, '"');
}

/** The bracket that closes the domain literal at the start of the span. */
export function literalEnd(body: string, span: Span): number | undefined {
  return closing(body, span, ']');
}

/** The bracket that closes the one at the start of the span, or the quote that is open at its end. */
export function angleEnd(
  body: string,
  { start, end }: Span,
): { readonly close?: number; readonly quote?: number } {
  let quote: number | undefined;
  for (let at = start + 1; at < end; at += 1) {
    const character = body[at];
    if (character === '\\') at += 1;
    if (character === '"') quote = quote === undefined ? at : undefined;
    if (character === '>' && quote === undefined) return { close: at };
  }
  return quote === undefined ? {} : { quote };
}

/** The span without blanks and controls at both ends, as SES leaves them out; frozen. */
export function trimmed(body: string, { start, end }: Span): Span {
  let first = start;
  let last = end;
  while (first < last && body.charCodeAt(first) <= 0x20) first += 1;
  while (first < last && body.charCodeAt(last - 1) <= 0x20) last -= 1;
  return Object.freeze({ start: first, end: last });
}

/** The next such character that no backslash takes. */
function closing(body: string, { start, end }: Span, character: string): number | undefined {
  for (let at = start + 1; at < end; at += 1) {
    if (body[at] === character) return at;
    if (body[at] === '\\') at += 1;
  }
  return undefined;
}
