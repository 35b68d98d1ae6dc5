/** Finding boundary delimiter lines in one pass, of many boundaries at once: RFC 2046 §5.1.1. */

import { HYPHEN, SPACE, TAB } from '../octets/ascii.ts';
import { afterLineEnd, beforeLineEnd, endOfLine } from '../octets/line-scan.ts';
import type { Span } from '../octets/span.ts';

/** A line that is the delimiter of some boundary. */
export interface DelimiterLine<Owner> {
  readonly owner: Owner;
  readonly isClose: boolean;
  /** Of the first hyphen. */
  readonly start: number;
  /** Where the next line starts. */
  readonly next: number;
}

const HYPHENS = '--';
const HYPHEN_OCTETS: Buffer = Buffer.from(HYPHENS);

/**
 * The boundaries of the multiparts that are open, and the search for their delimiters.
 *
 * Each boundary has an owner. Of two equal boundaries the one added last counts, until it is
 * removed: so a multipart within another of the same boundary still gets its own parts.
 */
export class DelimiterSearch<Owner> {
  readonly #octets: Buffer;
  readonly #owners = new Map<string, Owner[]>();
  readonly #onLookAlike: (owner: Owner, line: Span) => void;
  #longestBoundary = 0;

  /** @param onLookAlike Gets lines that only start like a delimiter: readers differ on them. */
  constructor(octets: Buffer, onLookAlike: (owner: Owner, line: Span) => void) {
    this.#octets = octets;
    this.#onLookAlike = onLookAlike;
  }

  /** All that are looked for. */
  get boundaries(): Iterable<string> {
    return this.#owners.keys();
  }

  /** @param boundary One character for each octet, without blanks at its end. */
  add(boundary: string, owner: Owner): void {
    const owners = this.#owners.get(boundary);
    if (owners === undefined) this.#owners.set(boundary, [owner]);
    else owners.push(owner);
    this.#longestBoundary = Math.max(this.#longestBoundary, boundary.length);
  }

  /** Removes the owner of that boundary who was added last. */
  removeLast(boundary: string): void {
    const owners = this.#owners.get(boundary);
    owners?.pop();
    if (owners?.length === 0) this.#owners.delete(boundary);
  }

  /**
   * The first delimiter line from `lineStart` on, before `end`.
   *
   * A line counts only if it holds a boundary exactly, then `--` or nothing, then blanks. The
   * search for two hyphens is native; of a line that starts otherwise no octet is looked at.
   */
  next(lineStart: number, end: number = this.#octets.length): DelimiterLine<Owner> | undefined {
    if (this.#owners.size === 0) return undefined;
    const octets = this.#octets;
    let at = lineStart;
    while (at < end) {
      if (octets[at] !== HYPHEN || octets[at + 1] !== HYPHEN) {
        at = octets.indexOf(HYPHEN_OCTETS, at);
        if (at === -1 || at >= end) return undefined;
      }
      const lineEnd = endOfLine(octets, at, octets.length);
      const next = afterLineEnd(octets, lineEnd, octets.length);
      const isLineStart = at === lineStart || beforeLineEnd(octets, at) < at;
      const match = isLineStart ? this.#match(at, lineEnd) : undefined;
      if (match) {
        const { owner, isClose } = match;
        return { owner, isClose, start: at, next };
      }
      if (isLineStart) this.#noteLookAlike(at, lineEnd);
      at = next;
    }
    return undefined;
  }

  /** Whether the line that starts there is a delimiter line. */
  isDelimiter(lineStart: number): boolean {
    return (
      this.#match(lineStart, endOfLine(this.#octets, lineStart, this.#octets.length)) !== undefined
    );
  }

  #match(
    start: number,
    lineEnd: number,
  ): Pick<DelimiterLine<Owner>, 'owner' | 'isClose'> | undefined {
    const octets = this.#octets;
    let end = lineEnd;
    while (octets[end - 1] === SPACE || octets[end - 1] === TAB) end -= 1;
    if (end - start > this.#longestBoundary + 2 * HYPHENS.length) return undefined;
    const text = octets.toString('latin1', start + HYPHENS.length, end);
    const owner = this.#owners.get(text)?.at(-1);
    if (owner !== undefined) return { owner, isClose: false };
    if (!text.endsWith(HYPHENS)) return undefined;
    const closed = this.#owners.get(text.slice(0, -HYPHENS.length))?.at(-1);
    return closed === undefined ? undefined : { owner: closed, isClose: true };
  }

  /** The longest of the boundaries that the line starts with is the one that it may be taken for. */
  #noteLookAlike(start: number, lineEnd: number): void {
    const textEnd = Math.min(lineEnd, start + HYPHENS.length + this.#longestBoundary);
    const text = this.#octets.toString('latin1', start + HYPHENS.length, textEnd);
    if (text === '') return;
    let longest = '';
    for (const boundary of this.#owners.keys()) {
      if (boundary.length > longest.length && text.startsWith(boundary)) longest = boundary;
    }
    const owner = this.#owners.get(longest)?.at(-1);
    if (owner !== undefined) this.#onLookAlike(owner, { start, end: lineEnd });
  }
}
