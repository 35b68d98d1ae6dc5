/** The octets of a message that a report shows, and no more in memory than these. */

import type { Finding } from '../index.ts';

/** A message of this size is kept as it is. */
const SMALL_OCTETS = 65_536;
/** More than an excerpt shows on either side of a fault. */
const AROUND_OCTETS = 256;

/**
 * As many octets as the message has, those far from any finding zero: pages of zeros that nobody
 * wrote to take no memory, so that reports of large messages can be kept by the thousand.
 */
export function excerptedOctets(octets: Uint8Array, findings: readonly Finding[]): Uint8Array {
  if (octets.length <= SMALL_OCTETS) return octets;
  const kept = new Uint8Array(octets.length);
  for (const { at } of findings) {
    if (at.in === 'option') continue;
    const start = Math.max(0, at.start - AROUND_OCTETS);
    kept.set(octets.subarray(start, at.start + AROUND_OCTETS), start);
  }
  return kept;
}
