/** The loop: take a message, mutate it, hold the tree to its laws, keep what breaks one. */

import type { Verdict } from '../../support/tree-laws.ts';
import { type Find, Finds } from './finds.ts';
import { mutate } from './mutate.ts';
import { Pool } from './pool.ts';
import { Random } from './random.ts';

const PROGRESS_SECONDS = 10;

/** What a run of the fuzzer needs to know. */
export interface FuzzOptions {
  readonly seconds: number | undefined;
  /** Inputs, beside the seeds, which are always checked. */
  readonly runs: number;
  readonly seed: number;
  readonly seeds: readonly Buffer[];
  /** Holds octets to the laws. */
  readonly judge: (octets: Buffer) => Verdict;
  /** Where finds are kept. */
  readonly folder: string;
  readonly onProgress: (progress: FuzzProgress) => void;
  readonly onFind: (find: Find) => void;
}

/** How far fuzzing has come. */
export interface FuzzProgress {
  readonly runs: number;
  readonly seconds: number;
  /** Distinct sets of defect codes. */
  readonly defectSets: number;
  readonly poolSize: number;
  /** Inputs that broke a law. */
  readonly finds: number;
}

/** Fuzzes until time or runs are over; the same seed and runs give the same inputs. */
export function fuzz(options: FuzzOptions): FuzzProgress {
  const random = new Random(options.seed);
  const pool = new Pool(options.seeds);
  const finds = new Finds(options.folder, (octets) => options.judge(octets).broken);
  const startedAt = performance.now();
  const secondsPassed = (): number => (performance.now() - startedAt) / 1000;
  const check = (octets: Buffer): void => {
    const { root, broken } = options.judge(octets);
    const find = broken && finds.keep(octets, broken);
    if (find !== undefined) options.onFind(find);
    if (root !== undefined) pool.offer(octets, root, random);
  };
  const progress = (runs: number): FuzzProgress => ({
    runs,
    seconds: secondsPassed(),
    defectSets: pool.defectSets,
    poolSize: pool.size,
    finds: finds.count,
  });

  options.seeds.forEach(check);
  let runs = 0;
  let nextProgress = PROGRESS_SECONDS;
  const source = { random, other: () => pool.pick(random) };
  for (; runs < options.runs && secondsPassed() < (options.seconds ?? Infinity); runs += 1) {
    check(mutate(pool.pick(random), source));
    if (secondsPassed() < nextProgress) continue;
    nextProgress = secondsPassed() + PROGRESS_SECONDS;
    options.onProgress(progress(runs + 1));
  }
  return progress(runs);
}
