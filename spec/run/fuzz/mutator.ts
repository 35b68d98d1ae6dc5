/** What a mutator is, and how it puts octets in the place of others. */

import type { Random } from './random.ts';

/** Makes another message of one; leaves the octets that it was given as they are. */
export type Mutator = (octets: Buffer, source: MutationSource) => Buffer;

/** What a mutator draws from. */
export interface MutationSource {
  readonly random: Random;
  /** Some other message of the corpus. */
  readonly other: () => Buffer;
}

/** The octets with those from `start` to before `end` replaced. */
export function replaced(octets: Buffer, start: number, end: number, put: Uint8Array): Buffer {
  return Buffer.concat([octets.subarray(0, start), put, octets.subarray(end)]);
}

/** Any place between two octets, before the first and behind the last included. */
export function anyPlace(octets: Buffer, random: Random): number {
  return random.below(octets.length + 1);
}

/** Some stretch that is mostly short; empty only of no octets. */
export function anyStretch(octets: Buffer, random: Random): { start: number; end: number } {
  const start = random.below(octets.length);
  return { start, end: Math.min(octets.length, start + random.length(octets.length)) };
}
