/** Mutators that know nothing of messages. */

import { anyPlace, anyStretch, type Mutator, replaced } from './mutator.ts';

const NOTHING: Buffer = Buffer.alloc(0);

const flipBit: Mutator = (octets, { random }) => {
  const mutated = Buffer.from(octets);
  const at = random.below(octets.length);
  if (at < octets.length) mutated[at] = (mutated[at] ?? 0) ^ (1 << random.below(8));
  return mutated;
};

const overwriteOctets: Mutator = (octets, { random }) => {
  const mutated = Buffer.from(octets);
  const { start, end } = anyStretch(octets, random);
  for (let at = start; at < Math.min(end, start + 8); at += 1) mutated[at] = random.below(256);
  return mutated;
};

const insertOctets: Mutator = (octets, { random }) => {
  const at = anyPlace(octets, random);
  const put = Array.from({ length: random.length(8) }, () => random.below(256));
  return replaced(octets, at, at, Buffer.from(put));
};

const deleteStretch: Mutator = (octets, { random }) => {
  const { start, end } = anyStretch(octets, random);
  return replaced(octets, start, end, NOTHING);
};

const duplicateStretch: Mutator = (octets, { random }) => {
  const { start, end } = anyStretch(octets, random);
  const at = random.onceIn(2) ? end : anyPlace(octets, random);
  return replaced(octets, at, at, octets.subarray(start, end));
};

/** Overwrites one stretch by another. */
const copyStretch: Mutator = (octets, { random }) => {
  const from = anyStretch(octets, random);
  const to = anyStretch(octets, random);
  return replaced(octets, to.start, to.end, octets.subarray(from.start, from.end));
};

const truncate: Mutator = (octets, { random }) => {
  const at = anyPlace(octets, random);
  return random.onceIn(4) ? octets.subarray(at) : octets.subarray(0, at);
};

export const octetMutators: Readonly<Record<string, Mutator>> = {
  flipBit,
  overwriteOctets,
  insertOctets,
  deleteStretch,
  duplicateStretch,
  copyStretch,
  truncate,
};
