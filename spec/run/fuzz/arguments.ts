/** The arguments of `npm run fuzz`. */

import { parseArgs } from 'node:util';

export const USAGE = 'npm run fuzz -- [--minutes N | --seconds N | --runs N] [--seed N]';

/** How long to fuzz, and from which seed. */
export interface FuzzArguments {
  /** Undefined where only runs count. */
  readonly seconds: number | undefined;
  readonly runs: number;
  readonly seed: number | undefined;
}

/** A minute, if nothing is said. */
const SECONDS = 60;

/** @throws {Error} where an argument is unknown, repeated or no number. */
export function fuzzArguments(args: readonly string[]): FuzzArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string' },
      seconds: { type: 'string' },
      runs: { type: 'string' },
      seed: { type: 'string' },
    },
  });
  const minutes = numberOf('minutes', values.minutes);
  const seconds = minutes === undefined ? numberOf('seconds', values.seconds) : minutes * 60;
  const runs = numberOf('runs', values.runs);
  return {
    seconds: seconds ?? (runs === undefined ? SECONDS : undefined),
    runs: runs ?? Number.POSITIVE_INFINITY,
    seed: numberOf('seed', values.seed),
  };
}

function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+(?:\.\d+)?$/.test(text))
    throw new Error(`--${name} is no number: ${JSON.stringify(text)}`);
  return Number(text);
}
