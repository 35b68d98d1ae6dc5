/** The body of X-SES-MESSAGE-TAGS: `name=value, name=value`. */

import { withoutBlanks } from '../octets/ascii.ts';
import type { Span } from '../octets/span.ts';

/** A stretch of the body. */
export interface TagText extends Span {
  readonly text: string;
}

/** What stands between two commas, without the blanks around it. */
export interface TagEntry extends TagText {
  readonly name: TagText;
  /** Undefined where no equals sign stands in the entry. */
  readonly value: TagText | undefined;
}

/**
 * The entries of a field body, in order; total.
 *
 * Blanks around names and values are no part of them. A body that ends in a comma has an empty entry
 * behind it, and an empty body is one empty entry.
 *
 * @param body Unfolded, one character for each octet.
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-send-email.html (documented)
 */
export function parseMessageTags(body: string): readonly TagEntry[] {
  const entries: TagEntry[] = [];
  let start = 0;
  for (;;) {
    const comma = body.indexOf(',', start);
    entries.push(entryOf(body, { start, end: comma === -1 ? body.length : comma }));
    if (comma === -1) return entries;
    start = comma + 1;
  }
}

function entryOf(body: string, span: Span): TagEntry {
  const entry = stretch(body, span);
  const equals = entry.text.indexOf('=');
  if (equals === -1) return { ...entry, name: entry, value: undefined };
  const at = entry.start + equals;
  const name = stretch(body, { start: entry.start, end: at });
  return { ...entry, name, value: stretch(body, { start: at + 1, end: entry.end }) };
}

/** A stretch without the blanks around it. */
function stretch(body: string, span: Span): TagText {
  const { start, end } = withoutBlanks(body.slice(span.start, span.end));
  const text = body.slice(span.start + start, span.start + end);
  return { text, start: span.start + start, end: span.start + end };
}
