/** Options of a command: one table makes them parsed and explained. */

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { causeOf } from './complaint.ts';
import { UsageError } from './usage-error.ts';

/** One option. */
export interface Option {
  /** Without the hyphens. */
  readonly name: string;
  readonly short?: string;
  /** What stands for its value in the help; an option without one is a flag. */
  readonly value?: string;
  readonly repeats?: true;
  /** The heading that it stands under in the help; `Options` if left out. */
  readonly group?: string;
  /** One or more sentences, without a full stop at the end. */
  readonly help: string;
}

/** What was given on the command line, each option by its name. */
export class Arguments {
  readonly operands: readonly string[];
  readonly #values: ReadonlyMap<string, readonly (string | boolean)[]>;

  constructor(values: Readonly<Record<string, unknown>>, operands: readonly string[]) {
    this.operands = operands;
    this.#values = new Map(
      Object.entries(values).map(([name, value]) => [name, [value].flat().filter(isGiven)]),
    );
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The last value that was given. */
  text(name: string): string | undefined {
    return this.texts(name).at(-1);
  }

  texts(name: string): readonly string[] {
    return (this.#values.get(name) ?? []).filter((value) => typeof value === 'string');
  }

  /** @throws {UsageError} where it is no whole number, or less than `least`. */
  count(name: string, least: number): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const count = Number(text);
    if (/^[0-9]{1,9}$/.test(text) && count >= least) return count;
    throw new UsageError(`--${name} takes a number from ${least} up, not ${JSON.stringify(text)}`);
  }
}

function isGiven(value: unknown): value is string | boolean {
  return typeof value === 'string' || typeof value === 'boolean';
}

/**
 * Parses the arguments of a command; every option may be given in any place before `--`.
 *
 * @throws {UsageError} for one that does not exist, or lacks its value.
 */
export function parseArguments(args: readonly string[], options: readonly Option[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(options.map((option) => [option.name, configOf(option)])),
    });
    return new Arguments(values, positionals);
  } catch (error) {
    throw new UsageError(firstSentence(causeOf(error)));
  }
}

type OptionConfig = NonNullable<ParseArgsConfig['options']>[string];

function configOf({ short, value }: Option): OptionConfig {
  return {
    type: value === undefined ? 'boolean' : 'string',
    multiple: true,
    ...(short !== undefined && { short }),
  };
}

/** What Node says of `--` behind it helps nobody here. */
function firstSentence(cause: string): string {
  return cause.split('. To specify')[0] ?? cause;
}
