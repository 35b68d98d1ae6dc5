/** One mailbox out of the tokens of an address list: RFC 5322 §3.4, with the routes of §4.4. */

import type { Span } from '../octets/span.ts';
import {
  type AddressParts,
  isLocalPart,
  noAddress,
  readAddrSpec,
} from './address-list-addr-spec.ts';
import type { AnglePart } from './address-list-element.ts';
import { type AddressNotes, type Phrase, readPhrase } from './address-list-phrase.ts';
import { commentText } from './address-list-text.ts';
import { type AddressToken, type Comment, hullOf } from './address-list-token.ts';
import type { ParsedMailbox } from './parsed-address.ts';

type Tokens = readonly AddressToken[];

/** The same notes, but for defects: for what another fault has spoiled. */
export function silenced(notes: AddressNotes): AddressNotes {
  return { ...notes, defects: notes.muted };
}

/** Reads a mailbox with angle brackets. */
export function readAngleMailbox(
  words: Tokens,
  angle: AnglePart,
  comments: readonly Comment[],
  notes: AddressNotes,
): ParsedMailbox {
  const { open, close } = angle;
  const phrase = readPhrase(words, notes);
  const isSeparated = ' \t\r\n<'.includes(notes.text.charAt(open.start - 1));
  if (phrase !== undefined && !isSeparated) {
    notes.defects.note('no-space-before-angle', { start: open.start, end: open.start });
  }
  const parts = readAngle(angle, close === undefined ? silenced(notes) : notes);
  const { start } = words[0] ?? open;
  const { end } = close ?? angle.tokens.at(-1) ?? open;
  return mailboxOf(phrase, parts, comments, { start, end }, notes.text);
}

/**
 * Reads a mailbox without angle brackets.
 *
 * A name that is one word of atoms, with nothing behind it, is an address without a domain.
 *
 * @param addrSpec Empty where there is no `@`.
 */
export function readBareMailbox(
  name: Tokens,
  addrSpec: Tokens,
  comments: readonly Comment[],
  notes: AddressNotes,
): ParsedMailbox {
  const { text, defects } = notes;
  const start = (name[0] ?? addrSpec[0])?.start ?? 0;
  const end = (addrSpec.at(-1) ?? name.at(-1))?.end ?? start;
  if (name.length === 0) {
    const parts = readAddrSpec(text, addrSpec, defects) ?? noAddress(end);
    return mailboxOf(undefined, parts, comments, { start, end }, text);
  }
  const silent = silenced(notes);
  const isWord = addrSpec.length === 0 && isLocalPart(name) && !name.some(isQuoted);
  const phrase = isWord ? undefined : readPhrase(name, silent);
  const parts = readAddrSpec(text, isWord ? name : addrSpec, silent.defects) ?? noAddress(end);
  const detail = addrSpec.length === 0 ? 'no "@"' : 'no angle brackets behind the name';
  defects.note('address-invalid', { start, end }, detail);
  return mailboxOf(phrase, parts, comments, { start, end }, text);
}

function isQuoted({ kind }: AddressToken): boolean {
  return kind === 'quoted-string';
}

function readAngle({ open, tokens, close }: AnglePart, notes: AddressNotes): AddressParts {
  const from = passPrefix(tokens, notes);
  const room = { start: tokens[from - 1]?.end ?? open.end, end: close?.start ?? open.end };
  const parts = readAddrSpec(notes.text, tokens.slice(from), notes.defects, room);
  if (parts !== undefined) return parts;
  notes.defects.note('address-null', { start: open.start, end: close?.end ?? open.end });
  return noAddress(room.start);
}

/** Passes over `mailto:` or a route, and returns how many tokens it took. */
function passPrefix(tokens: Tokens, { text, defects }: AddressNotes): number {
  const colon = tokens.findIndex(({ kind }) => kind === ':');
  const prefix = hullOf(tokens.slice(0, colon + 1));
  if (prefix === undefined) return 0;
  if (isMailto(tokens.slice(0, colon), text)) defects.note('mailto-prefix', prefix);
  else if (startsRoute(tokens[0])) defects.note('source-route', prefix);
  else return 0;
  return colon + 1;
}

/** Whether what stands before a colon is the name of that URI scheme, and nothing else. */
export function isMailto(tokens: Tokens, text: string): boolean {
  const [first] = tokens;
  if (tokens.length !== 1 || first === undefined) return false;
  return text.slice(first.start, first.end).toLowerCase() === 'mailto';
}

/** Whether an angle part that starts with this has a route, to which commas belong. */
export function startsRoute(first: AddressToken | undefined): boolean {
  return first?.kind === '@' || first?.kind === ',';
}

function mailboxOf(
  phrase: Phrase | undefined,
  { address, localPart, domain, addressSpan }: AddressParts,
  comments: readonly Comment[],
  { start, end }: Span,
  text: string,
): ParsedMailbox {
  const [first] = comments;
  const last = comments.at(-1);
  return {
    kind: 'mailbox',
    name: phrase?.name,
    comment: last && commentText(text.slice(last.content.start, last.content.end)),
    address,
    localPart,
    domain,
    span: { start: Math.min(start, first?.start ?? start), end: Math.max(end, last?.end ?? end) },
    nameSpan: phrase?.span,
    addressSpan,
  };
}
