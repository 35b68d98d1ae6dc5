/** Tag lists of DKIM: RFC 6376 §3.2. */

import type { Span } from '../octets/span.ts';

/** One tag with the places of its parts, as indices into the text that was parsed. */
export interface Tag {
  readonly name: string;
  readonly nameSpan: Span;
  /** Without blanks around it. */
  readonly value: string;
  readonly valueSpan: Span;
  /** From behind the `=` to the semicolon: what is taken out of `b=` before it is signed. */
  readonly room: Span;
}

/** A tag list, and what in it is none. */
export interface TagList {
  /** By name; of equal ones the first. */
  readonly tags: ReadonlyMap<string, Tag>;
  /** Names that were given before, which makes the whole list invalid; at most 1000. */
  readonly repeated: readonly Tag[];
  /** What is no `name=value`; at most 1000. */
  readonly malformed: readonly Span[];
}

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
const VALUE = /^[\x20-\x3a\x3c-\x7e\t\r\n]*$/;

/** One alone spoils the list: of millions, nobody wants to be told. */
const TOLD_MAX = 1000;

/** White space of a folded field; others belong to the text, and spoil it. */
const BLANKS = ' \t\r\n';

/**
 * Parses `name=value; name=value`. Total: what is no tag is told, and passed over.
 *
 * @param text A field body or a key record, unfolded or not.
 */
export function parseTagList(text: string): TagList {
  const tags = new Map<string, Tag>();
  const repeated: Tag[] = [];
  const malformed: Span[] = [];
  let start = 0;
  while (start <= text.length) {
    const semicolon = text.indexOf(';', start);
    const end = semicolon === -1 ? text.length : semicolon;
    const piece = trimmed(text, { start, end });
    const tag = piece.start === piece.end ? undefined : tagOf(text, piece, end);
    // Behind the last semicolon nothing is due.
    const isDue = piece.start < piece.end || semicolon !== -1;
    if (tag !== undefined && !tags.has(tag.name)) tags.set(tag.name, tag);
    else if (tag !== undefined && repeated.length < TOLD_MAX) repeated.push(tag);
    else if (tag === undefined && isDue && malformed.length < TOLD_MAX) malformed.push(piece);
    start = end + 1;
  }
  return { tags, repeated, malformed };
}

function tagOf(text: string, { start, end }: Span, roomEnd: number): Tag | undefined {
  // Not searched beyond the piece: many pieces without one would each look through all that follow.
  const found = text.slice(start, end).indexOf('=');
  if (found === -1) return undefined;
  const equals = start + found;
  const nameSpan = trimmed(text, { start, end: equals });
  const valueSpan = trimmed(text, { start: equals + 1, end });
  const name = text.slice(nameSpan.start, nameSpan.end);
  const value = text.slice(valueSpan.start, valueSpan.end);
  if (!NAME.test(name) || !VALUE.test(value)) return undefined;
  return { name, nameSpan, value, valueSpan, room: { start: equals + 1, end: roomEnd } };
}

function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && BLANKS.includes(text.charAt(from))) from += 1;
  while (to > from && BLANKS.includes(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/** A field name in an `h=` tag, and its place in the text of the list. */
export interface SignedName {
  readonly name: string;
  readonly span: Span;
}

/** The names of an `h=` tag, in order, empty ones left out: RFC 6376 §3.5. */
export function signedFieldNames({ value, valueSpan }: Tag): readonly SignedName[] {
  const names: SignedName[] = [];
  for (let start = 0, next = 0; start <= value.length; start = next + 1) {
    const colon = value.indexOf(':', start);
    next = colon === -1 ? value.length : colon;
    const { start: from, end: to } = trimmed(value, { start, end: next });
    if (from === to) continue;
    const span = { start: valueSpan.start + from, end: valueSpan.start + to };
    names.push({ name: value.slice(from, to), span });
  }
  return names;
}
