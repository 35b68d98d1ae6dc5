/** The elements of an address list, from one separator to the next: RFC 5322 §3.4. */

import type { Span } from '../octets/span.ts';
import type { AddressToken } from './address-list-token.ts';

type Tokens = readonly AddressToken[];

/** An angle bracket and what stands behind it; where none closes it, up to the next separator. */
export interface AnglePart {
  readonly open: AddressToken;
  readonly tokens: Tokens;
  readonly close: AddressToken | undefined;
}

/** What stands between two separators, as far as it was read. */
export interface Element {
  /** With commas while they may still turn out to belong to a name. */
  words: AddressToken[];
  angle: (AnglePart & { readonly tokens: AddressToken[] }) | undefined;
  hasAt: boolean;
  /** Whether a defect tells already why there is no mailbox. */
  isExcused: boolean;
}

/** An element of which nothing was read. */
export function emptyElement(): Element {
  return { words: [], angle: undefined, hasAt: false, isExcused: false };
}

/** Words between two commas. */
interface Piece {
  readonly words: Tokens;
  /** The comma behind them; of the last piece, what ends it. */
  readonly end: AddressToken | undefined;
}

/** Parts words at their commas, which no angle bracket behind them has made part of a name. */
export function piecesOf(words: Tokens, end: AddressToken | undefined): readonly Piece[] {
  const pieces: Piece[] = [];
  let piece: AddressToken[] = [];
  for (const word of words) {
    if (word.kind === ',') {
      pieces.push({ words: piece, end: word });
      piece = [];
    } else piece.push(word);
  }
  return [...pieces, { words: piece, end }];
}

/** Finds the first addr-spec: what an `@`, dots, and missing blanks hold together. */
export function addrSpecWithin(words: Tokens, from: number): Span | undefined {
  let start = from;
  while (start < words.length && words[start]?.kind !== '@') start += 1;
  if (start === words.length) return undefined;
  let end = start + 1;
  while (start > from && isJoined(words[start - 1], words[start])) start -= 1;
  while (isJoined(words[end - 1], words[end])) end += 1;
  return { start, end };
}

function isJoined(left: AddressToken | undefined, right: AddressToken | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return left.end === right.start || isJoint(left) || isJoint(right);
}

function isJoint({ kind }: AddressToken): boolean {
  return kind === '@' || kind === '.';
}
