/** A mutation: some mutators, one after the other. */

import { lineMutators } from './line-mutators.ts';
import { messageMutators } from './message-mutators.ts';
import type { MutationSource, Mutator } from './mutator.ts';
import { octetMutators } from './octet-mutators.ts';
import { tokenMutators } from './token-mutators.ts';

/** What a mutation yields at most; what lies behind is cut off. */
export const INPUT_OCTETS_MAX = 150_000;

const STEPS_MAX = 8;

export const mutators: Readonly<Record<string, Mutator>> = {
  ...octetMutators,
  ...lineMutators,
  ...tokenMutators,
  ...messageMutators,
};

const groups = [octetMutators, lineMutators, tokenMutators, tokenMutators, messageMutators].map(
  (group) => Object.values(group),
);

/** Another message, made of one in a few steps. */
export function mutate(octets: Buffer, source: MutationSource): Buffer {
  const { random } = source;
  let mutated = octets;
  for (let steps = random.length(STEPS_MAX); steps > 0; steps -= 1) {
    mutated = random.pick(random.pick(groups))(mutated, source).subarray(0, INPUT_OCTETS_MAX);
  }
  return mutated;
}
