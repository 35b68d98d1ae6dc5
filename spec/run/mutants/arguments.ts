/** The arguments of `npm run mutants`. */

import { parseArgs } from 'node:util';

export const USAGE =
  'npm run mutants -- [--room NAME]… [--file PART]… [--minutes N] [--jobs N] [--seed N]';

/** What to mutate, and for how long. */
export interface MutantsArguments {
  /** Rooms under `lib/`, in the order to visit them. */
  readonly rooms: readonly string[];
  /** Parts of paths; a file is mutated when its path holds one of them, or when there are none. */
  readonly files: readonly string[];
  /** The time for each room. */
  readonly minutes: number;
  readonly jobs: number;
  /** Of the order in which mutants are tried: where time runs out, another seed tries others. */
  readonly seed: number;
}

/** The write side below the builder: what another sender may use alone. */
const ROOMS: readonly string[] = ['octets', 'transfer', 'header', 'encoder', 'serializer'];

/** @throws {Error} where an argument is unknown or no number. */
export function mutantsArguments(args: readonly string[]): MutantsArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      room: { type: 'string', multiple: true },
      file: { type: 'string', multiple: true },
      minutes: { type: 'string', default: '5' },
      jobs: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
    },
  });
  return {
    rooms: values.room ?? ROOMS,
    files: values.file ?? [],
    minutes: numberOf('minutes', values.minutes, /^\d+(?:\.\d+)?$/),
    jobs: numberOf('jobs', values.jobs, /^[1-9]\d?$/),
    seed: numberOf('seed', values.seed, /^\d{1,9}$/),
  };
}

function numberOf(name: string, text: string, form: RegExp): number {
  if (!form.test(text))
    throw new Error(`--${name} is no number it can be: ${JSON.stringify(text)}`);
  return Number(text);
}
