/** The mutants of one room, tried until they or the time run out. */

import type { Source } from '../../support/house/source.ts';
import { Random } from '../fuzz/random.ts';
import type { Compiler } from './compiler.ts';
import { edited } from './edit.ts';
import { edits } from './mutators.ts';
import { relatedSpecs } from './related-specs.ts';
import type { Mutant, Score } from './score.ts';
import type { Court, Outcome } from './trial.ts';

export interface RoomOptions {
  readonly room: string;
  readonly files: readonly string[];
  readonly minutes: number;
  readonly jobs: number;
  readonly seed: number;
  /** The files of the project. */
  readonly texts: readonly Source[];
  readonly compiler: Compiler;
  readonly court: Court;
  readonly onSurvivor: (mutant: Mutant) => void;
}

/** @throws {Error} where the room has no such file, does not compile, or fails without a mutant. */
export async function tryRoom(options: RoomOptions): Promise<Score> {
  const { room, minutes, jobs, compiler } = options;
  const mutants = shuffled(mutantsOf(options), options.seed);
  const outcomes: Record<Outcome, number> = { killed: 0, 'timed out': 0, survived: 0 };
  const deadline = performance.now() + minutes * 60_000;
  let invalid = 0;
  const left = [...mutants];
  const tryOne = async (mutant: Mutant): Promise<void> => {
    const mutated = edited(mutant.text, mutant.edit);
    if (!compiler.accepts(mutant.path, mutated)) {
      invalid += 1;
      return;
    }
    const outcome = await outcomeOf(mutant, mutated, options);
    outcomes[outcome] += 1;
    if (outcome === 'survived') options.onSurvivor(mutant);
  };
  const work = async (): Promise<void> => {
    while (performance.now() < deadline) {
      const mutant = left.pop();
      if (mutant === undefined) return;
      await tryOne(mutant);
    }
  };
  await together(Array.from({ length: jobs }, () => work().finally(() => left.splice(0))));
  return { room, mutants: mutants.length, invalid, outcomes };
}

function mutantsOf({ room, files, texts, compiler }: RoomOptions): readonly Mutant[] {
  const sources = texts
    .filter(({ path }) => path.startsWith(`lib/${room}/`) && /(?<!\.d)\.ts$/.test(path))
    .filter(({ path }) => files.length === 0 || files.some((part) => path.includes(part)));
  if (sources.length === 0) throw new Error(`${room}: no such room, or no such file in it`);
  return sources.flatMap(({ path, text }) => {
    if (!compiler.accepts(path, text)) throw new Error(`${path}: does not compile as it is`);
    return [...edits(compiler.syntaxOf(path))].map((edit) => ({ path, text, edit }));
  });
}

function outcomeOf(mutant: Mutant, mutated: string, options: RoomOptions): Promise<Outcome> {
  const { path, text } = mutant;
  return options.court.try({ path, text, mutated, waves: relatedSpecs(path, options.texts) });
}

/** Waits for all, and only then throws what one threw: none is still at work behind. */
async function together(works: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(works);
  await Promise.all(works);
}

/** All of a list in an order that is the same for a seed. */
function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const random = new Random(seed);
  return list
    .map((item) => ({ item, rank: random.below(2 ** 32) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
