/** Octets above 0x7F that stand together. */

import { firstNonAscii } from '../../../octets/line-scan.ts';
import type { Span } from '../../../octets/span.ts';

/** The first of them within a span, and those behind it. */
export function eightBitRun(octets: Buffer, { start, end }: Span): Span | undefined {
  const first = firstNonAscii(octets.subarray(start, end));
  if (first === undefined) return undefined;
  let behind = start + first;
  while (behind < end && (octets[behind] ?? 0) > 0x7f) behind += 1;
  return { start: start + first, end: behind };
}

/** What to call the first octet of a span: `the octet 0xC3`. */
export function octetName(octets: Buffer, { start }: Span): string {
  return `the octet 0x${(octets[start] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}
