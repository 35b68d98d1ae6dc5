/** `mimewright fix`: what can be mended in a message, mended. */

import { parseArgs } from 'node:util';
import { type FixOptions, type FixResult, fix, MimewrightError } from '../../index.ts';
import { oneOf, PROFILES } from '../choice.ts';
import { causeOf, complain } from '../complaint.ts';
import { counted, tell } from '../deeds.ts';
import { unifiedDiff } from '../diff.ts';
import { CLEAN, FAILURE, FINDINGS } from '../exit-status.ts';
import { inputName, onlyFile, readMessage, STREAM, writeMessage } from '../files.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

const POLICIES = { 'keep-first': 'keep-first', 'keep-last': 'keep-last' } as const;

/** Writes the mended message, and says what was mended, what was not touched, and what is left. */
export async function fixFile(args: readonly string[], io: Io): Promise<number> {
  const { file, output, hasDiff, options } = parse(args);
  const octets = await readMessage(file, io);
  if (octets === undefined) return FAILURE;
  const result = fixedBy(octets, options);
  if (hasDiff) io.writeOut(unifiedDiff(inputName(file), octets, result.octets));
  const isDue = output !== undefined && !(output === file && isSame(octets, result.octets));
  if (isDue && !(await writeMessage(output, result.octets, io))) return FAILURE;
  sayWhatWasDone(io, inputName(file), result);
  return result.report.ok ? CLEAN : FINDINGS;
}

function sayWhatWasDone(io: Io, name: string, { applied, skipped, report }: FixResult): void {
  tell(io, name, 'mended', applied);
  tell(io, name, 'not touched', skipped);
  const { errors } = report;
  tell(
    io,
    name,
    'left',
    errors.filter((finding) => !skipped.includes(finding)),
  );
  if (applied.length + skipped.length + errors.length > 0) {
    complain(io, `${name}: ${applied.length} mended, ${counted(errors, 'error')} left`);
  }
}

function fixedBy(octets: Uint8Array, options: FixOptions): FixResult {
  try {
    return fix(octets, options);
  } catch (error) {
    if (error instanceof MimewrightError) throw new UsageError(error.message);
    throw error;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

interface Request {
  readonly file: string;
  /** Undefined where nothing is written. */
  readonly output: string | undefined;
  readonly hasDiff: boolean;
  readonly options: FixOptions;
}

function parse(args: readonly string[]): Request {
  const { values, positionals } = parseFixArgs(args);
  const { profile = 'ses-v1', policy, diff = false } = values;
  const file = onlyFile(positionals, 'fix');
  const output = outputOf(file, values);
  if (diff && output === STREAM) {
    throw new UsageError(
      '--diff needs --dry-run, --in-place or --output: the message is on stdout',
    );
  }
  return {
    file,
    output,
    hasDiff: diff,
    options: {
      profile: oneOf('--profile', profile, PROFILES),
      ...(values['drop-signature'] === true && { signed: 'drop-signature' }),
      ...(policy !== undefined && { policy: [oneOf('--policy', policy, POLICIES)] }),
    },
  };
}

function outputOf(file: string, values: FixArgs['values']): string | undefined {
  const { output, 'in-place': inPlace, 'dry-run': dryRun } = values;
  const ways = [output !== undefined, inPlace === true, dryRun === true];
  if (ways.filter(Boolean).length > 1) {
    throw new UsageError('--output, --in-place and --dry-run exclude each other');
  }
  if (dryRun === true) return undefined;
  if (inPlace !== true) return output ?? STREAM;
  if (file === STREAM) throw new UsageError('--in-place takes a file, not standard input');
  return file;
}

interface FixArgs {
  readonly values: {
    readonly output?: string | undefined;
    readonly 'in-place'?: boolean | undefined;
    readonly 'dry-run'?: boolean | undefined;
    readonly diff?: boolean | undefined;
    readonly profile?: string | undefined;
    readonly 'drop-signature'?: boolean | undefined;
    readonly policy?: string | undefined;
  };
  readonly positionals: string[];
}

function parseFixArgs(args: readonly string[]): FixArgs {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        'in-place': { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        diff: { type: 'boolean' },
        profile: { type: 'string' },
        'drop-signature': { type: 'boolean' },
        policy: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(causeOf(error));
  }
}
