/** Options of the command line that take one of a few values. */

import { profiles } from '../index.ts';
import { UsageError } from './usage-error.ts';

/** What `--profile` takes. */
export const PROFILES: Readonly<Record<string, (typeof profiles)[number]>> = itself(profiles);

/** The names of a closed set, each standing for itself. */
export function itself<const T extends string>(names: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

/** What a name stands for. @throws {UsageError} which lists the names. */
export function oneOf<T>(option: string, value: unknown, allowed: Readonly<Record<string, T>>): T {
  const found = Object.entries(allowed).find(([name]) => name === value);
  if (found !== undefined) return found[1];
  const names = Object.keys(allowed).join(', ');
  throw new UsageError(`${option} takes ${names}, not ${JSON.stringify(value)}`);
}
