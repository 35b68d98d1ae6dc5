/** `npm run fuzz`: mutates messages for as long as told, and keeps in `fixtures/found/` what breaks a law. */

import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { type FuzzArguments, fuzzArguments, USAGE } from './fuzz/arguments.ts';
import { type FuzzProgress, fuzz } from './fuzz/fuzz.ts';
import { seeds } from './fuzz/seeds.ts';
import { judgeWithTime } from './fuzz/time-law.ts';

const [FOUND_NOTHING, FOUND_SOMETHING, BAD_USAGE] = [0, 1, 2];

try {
  process.exitCode = run(fuzzArguments(process.argv.slice(2)));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = BAD_USAGE;
}

function run({ seconds, runs, seed = randomInt(1, 2 ** 31) }: FuzzArguments): number {
  console.error(`seed ${seed}`);
  const result = fuzz({
    seconds,
    runs,
    seed,
    seeds: seeds(),
    judge: judgeWithTime,
    folder: resolve(import.meta.dirname, '../../fixtures/found'),
    onProgress: (progress) => console.error(lineOf(progress)),
    onFind: ({ law, message, path }) => console.error(`found: ${law}: ${message}\n  ${path}`),
  });
  console.log(`${lineOf(result)}, seed ${seed}`);
  return result.finds === 0 ? FOUND_NOTHING : FOUND_SOMETHING;
}

function lineOf({ runs, seconds, defectSets, poolSize, finds }: FuzzProgress): string {
  const rate = Math.round(runs / Math.max(seconds, 0.001));
  return (
    `${runs} runs in ${Math.round(seconds)} s, ${rate} a second, ` +
    `${defectSets} sets of defects, pool of ${poolSize}, ${finds} broke a law`
  );
}
