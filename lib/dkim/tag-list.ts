/** Tag lists of DKIM: RFC 6376 §3.2. */

import type { Span } from '../octets/span.ts';

/** One tag with the places of its value, as indices into the text that was parsed. */
export interface Tag {
  readonly name: string;
  /** Without blanks around it. */
  readonly value: string;
  readonly valueSpan: Span;
}

/**
 * Parses `name=value; name=value`. What is no tag is passed over; of equal names the first counts.
 *
 * @param text An unfolded field body.
 */
export function parseTagList(text: string): ReadonlyMap<string, Tag> {
  const tags = new Map<string, Tag>();
  for (const match of text.matchAll(/[^;]+/g)) {
    const equals = match[0].indexOf('=');
    const name = match[0].slice(0, Math.max(0, equals)).trim();
    if (name === '' || tags.has(name)) continue;
    const raw = match[0].slice(equals + 1);
    const value = raw.trim();
    const start = match.index + equals + 1 + (raw.length - raw.trimStart().length);
    tags.set(name, { name, value, valueSpan: { start, end: start + value.length } });
  }
  return tags;
}

/** The names of an `h=` tag, each with its place in the same text: RFC 6376 §3.5. */
export function signedFieldNames(tag: Tag): { readonly name: string; readonly span: Span }[] {
  return [...tag.value.matchAll(/[^:\s]+/g)].map((match) => {
    const start = tag.valueSpan.start + match.index;
    return { name: match[0], span: { start, end: start + match[0].length } };
  });
}
