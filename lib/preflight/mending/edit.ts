/** Edits of a message: what stands where, and what takes its place. */

import { CR, LF } from '../../octets/ascii.ts';
import type { Span } from '../../octets/span.ts';
import { normalizeLineEnds } from '../../recode/line-ends.ts';

/** Octets that give way to others; of nothing, the place where they go. */
export interface Edit extends Span {
  readonly replacement: Uint8Array;
}

/** What mends a stretch of a message, all its faults at once: no edit of one touches one of another. */
export interface Region {
  /** What is done, as a phrase: `encode the part as base64`. */
  readonly description: string;
  /** In the order of the octets; none that changes nothing. */
  readonly edits: readonly Edit[];
}

/** Insertions before what takes the place of the octets behind them. */
export function byPlace(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end;
}

/**
 * Makes edits, and all line ends between them CRLF if wished.
 *
 * @param edits In the order of the octets.
 */
export function edited(message: Buffer, edits: readonly Edit[], mendsLineEnds: boolean): Buffer {
  const between = mendsLineEnds ? normalizeLineEnds : (octets: Uint8Array): Uint8Array => octets;
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const edit of edits) {
    pieces.push(between(message.subarray(at, edit.start)));
    pieces.push(
      endsRemovedLine(message, edit, pieces) ? edit.replacement.subarray(2) : edit.replacement,
    );
    at = edit.end;
  }
  pieces.push(between(message.subarray(at)));
  return Buffer.concat(pieces);
}

/** True for an insertion that starts with the end of a line, where that line was taken out. */
function endsRemovedLine(
  message: Buffer,
  { start, end, replacement }: Edit,
  pieces: readonly Uint8Array[],
): boolean {
  if (start !== end || replacement[0] !== CR || replacement[1] !== LF) return false;
  if (message[start - 1] === LF || message[start - 1] === CR) return false;
  return pieces.findLast(({ length }) => length > 0)?.at(-1) === LF;
}
