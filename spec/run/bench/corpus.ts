/** A corpus of small messages: the fixtures, each with changes drawn from a fixed seed. */

import { fixtures } from '../../support/fixture.ts';

const SEED = 20_261_123;
const COPIES = 20;
/** Words that a copy gets in place of letters, so that no two are alike. */
const CHANGES = 12;

/** The same messages at every run. */
export function corpus(): readonly Buffer[] {
  const next = randomOf(SEED);
  const found = [...fixtures('base'), ...fixtures('foreign'), ...fixtures('programs')];
  return found.flatMap(([, octets]) => Array.from({ length: COPIES }, () => changed(octets, next)));
}

/** Letters of the message exchanged for others: its structure stays. */
function changed(octets: Uint8Array, next: () => number): Buffer {
  const copy = Buffer.from(octets);
  for (let count = 0; count < CHANGES; count += 1) {
    const at = next() % Math.max(1, copy.length);
    const octet = copy[at] ?? 0;
    if (octet >= 0x61 && octet <= 0x7a) copy[at] = 0x61 + (next() % 26);
  }
  return copy;
}

/** A linear congruential generator: enough to tell copies apart. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
