/** Native searches for line ends, long lines and odd octets: RFC 5322 §2.1, §2.3. */

import { isAscii } from 'node:buffer';
import { CR, LF } from './ascii.ts';
import type { Span } from './span.ts';
import { asBuffer } from './view.ts';

/** How the lines of some octets end. */
export interface LineEnds {
  readonly crlf: number;
  /** CRs that no LF follows. */
  readonly bareCr: number;
  /** LFs that no CR precedes. */
  readonly bareLf: number;
  readonly firstBareCr: number | undefined;
  readonly firstBareLf: number | undefined;
}

/** Whole lines that are known to end in CRLF, and to hold no other CR or LF. */
export interface CrlfLines extends Span {
  readonly lines: number;
}

/**
 * Counts line ends by kind, and finds the first bare ones.
 *
 * @param known Lines that need no look, in order; each stretch starts and ends where a line does.
 */
export function countLineEnds(octets: Uint8Array, known: readonly CrlfLines[] = []): LineEnds {
  const buffer = asBuffer(octets);
  const counts = new LineEndCounts();
  let at = 0;
  for (const { start, end, lines } of known) {
    counts.add(buffer.subarray(at, start), at);
    counts.crlf += lines;
    at = end;
  }
  counts.add(buffer.subarray(at), at);
  return counts.result();
}

class LineEndCounts {
  crlf = 0;
  readonly #bareCrs: FoundOctets = { count: 0, first: undefined };
  readonly #bareLfs: FoundOctets = { count: 0, first: undefined };

  add(buffer: Buffer, offset: number): void {
    let cr = buffer.indexOf(CR);
    let lf = buffer.indexOf(LF);
    while (cr !== -1 || lf !== -1) {
      if (cr !== -1 && lf === cr + 1) {
        this.crlf += 1;
        cr = buffer.indexOf(CR, lf + 1);
        lf = buffer.indexOf(LF, lf + 1);
      } else if (lf === -1 || (cr !== -1 && cr < lf)) {
        add(this.#bareCrs, offset + cr);
        cr = buffer.indexOf(CR, cr + 1);
      } else {
        add(this.#bareLfs, offset + lf);
        lf = buffer.indexOf(LF, lf + 1);
      }
    }
  }

  result(): LineEnds {
    return {
      crlf: this.crlf,
      bareCr: this.#bareCrs.count,
      bareLf: this.#bareLfs.count,
      firstBareCr: this.#bareCrs.first,
      firstBareLf: this.#bareLfs.first,
    };
  }
}

/** The offset of the first octet above 0x7F. */
export function firstNonAscii(octets: Uint8Array): number | undefined {
  if (isAscii(octets)) return undefined;
  let start = 0;
  let end = octets.length;
  while (end - start > 1) {
    const middle = (start + end) >>> 1;
    if (isAscii(octets.subarray(start, middle))) start = middle;
    else end = middle;
  }
  return start;
}

/** The offset of the first NUL from `from` on. */
export function firstNul(octets: Uint8Array, from = 0): number | undefined {
  const at = asBuffer(octets).indexOf(0, from);
  return at === -1 ? undefined : at;
}

/**
 * The lines of more than `maxOctets` octets, in order; a line ends at CRLF or LF.
 *
 * The line end is no part of the line. Looks backward from the far end of the longest line
 * allowed, so that short lines are passed over a thousand octets at a time.
 */
export function longLines(
  octets: Uint8Array,
  maxOctets: number,
): readonly { readonly start: number; readonly end: number }[] {
  const buffer = asBuffer(octets);
  const found: { readonly start: number; readonly end: number }[] = [];
  let start = 0;
  while (buffer.length - start > maxOctets) {
    const lastLf = buffer.lastIndexOf(LF, start + maxOctets);
    if (lastLf >= start) {
      start = lastLf + 1;
      continue;
    }
    const lf = buffer.indexOf(LF, start + maxOctets);
    const lineEnd = lf === -1 ? buffer.length : lf;
    const end = lf !== -1 && buffer[lf - 1] === CR ? lf - 1 : lineEnd;
    if (end - start > maxOctets) found.push({ start, end });
    start = lineEnd + 1;
  }
  return found;
}

/** The offset of the first CR or LF within `from` to `end`, or `end`; looks at each octet. */
export function endOfLine(octets: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && octets[at] !== LF && octets[at] !== CR) at += 1;
  return at;
}

/**
 * The offset behind the line end that stands at `at`: CRLF, LF, or CR.
 *
 * CR CR LF is one line end: a program that writes CRLF through a text-mode stream makes that of it.
 */
export function afterLineEnd(octets: Uint8Array, at: number, end: number): number {
  if (octets[at] !== CR) return Math.min(at + 1, end);
  if (octets[at + 1] === LF) return Math.min(at + 2, end);
  if (octets[at + 1] === CR && octets[at + 2] === LF) return Math.min(at + 3, end);
  return Math.min(at + 1, end);
}

/** The offset of the line end, CRLF, LF or CR, that stands before `at`; `at` where none does. */
export function beforeLineEnd(octets: Uint8Array, at: number): number {
  if (octets[at - 1] === CR) return at - 1;
  if (octets[at - 1] !== LF) return at;
  return octets[at - 2] === CR ? at - 2 : at - 1;
}

interface FoundOctets {
  count: number;
  first: number | undefined;
}

function add(found: FoundOctets, at: number): void {
  found.count += 1;
  found.first ??= at;
}
