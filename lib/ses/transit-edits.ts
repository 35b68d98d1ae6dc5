/** Edits of a message in transit: what stands where, and what takes its place. */

import { CR, CRLF, LF } from '../octets/ascii.ts';
import type { Span } from '../octets/span.ts';

/** Octets that give way to others; of nothing, the place where they go. */
export interface TransitEdit extends Span {
  readonly replacement: Uint8Array;
  /** The replacement starts a line: one that is still open before it is ended first. */
  readonly startsLine?: boolean;
}

/** Whole lines in place of a stretch. */
export function linesEdit({ start, end }: Span, lines: string): TransitEdit {
  return { start, end, replacement: Buffer.from(lines, 'latin1'), startsLine: lines !== '' };
}

/**
 * Makes edits, none of which overlaps another; of those at one place, insertions come first, in the
 * order given. No octet outside them changes, but that a line end of a bare CR becomes CRLF where
 * what comes to stand behind it would make another line end of it.
 */
export function spliced(message: Buffer, edits: readonly TransitEdit[]): Buffer {
  const pieces: Uint8Array[] = [];
  let last: number | undefined;
  const put = (piece: Uint8Array): void => {
    if (piece.length === 0) return;
    if (last === CR && (piece[0] === LF || piece[0] === CR)) pieces.push(LINE_FEED);
    pieces.push(piece);
    last = piece.at(-1);
  };
  let at = 0;
  for (const { start, end, replacement, startsLine } of edits.toSorted(byPlace)) {
    put(message.subarray(at, start));
    const isOpen = last !== undefined && last !== LF && last !== CR;
    if (startsLine === true && isOpen) put(LINE_END);
    put(replacement);
    at = end;
  }
  put(message.subarray(at));
  return Buffer.concat(pieces);
}

const LINE_FEED: Buffer = Buffer.from('\n');
const LINE_END: Buffer = Buffer.from(CRLF);

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
