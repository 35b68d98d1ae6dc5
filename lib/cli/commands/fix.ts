/** `mimewright fix`: what can be mended in a message, mended. */

import { type FixOptions, type FixResult, fix, type PreflightOptions } from '../../index.ts';
import { asUsage } from '../bad-call.ts';
import { itself, oneOf } from '../choice.ts';
import type { Command } from '../command.ts';
import { complain } from '../complaint.ts';
import { configOf, configOptions } from '../config.ts';
import { counted, tell } from '../deeds.ts';
import { unifiedDiff } from '../diff.ts';
import { CLEAN, FAILURE, FINDINGS } from '../exit-status.ts';
import { inputName, onlyFile, outputOption, readMessage, writeMessage } from '../files.ts';
import { STREAM } from '../inputs.ts';
import type { Io } from '../io.ts';
import { withKeys } from '../judge.ts';
import { judgingOf, judgingOptions } from '../judging-options.ts';
import { keyRecordsOf } from '../key-records.ts';
import type { Arguments } from '../option.ts';
import { UsageError } from '../usage-error.ts';

const POLICIES = itself(['keep-first', 'keep-last']);

export const fixCommand: Command = {
  name: 'fix',
  summary: 'mend what can be mended in a message without change of meaning',
  usage: '[OPTION]... FILE|-',
  about: [
    'The message becomes 7-bit, with CRLF line ends and lines of at most 998 octets. It goes to ' +
      'standard output; what was done with it is told on standard error. What a signature covers is ' +
      'not touched.',
  ],
  options: [
    outputOption,
    { name: 'in-place', help: 'the message goes where it came from, as a whole or not at all' },
    { name: 'dry-run', help: 'the message goes nowhere' },
    { name: 'diff', help: 'the lines that change go to standard output' },
    { name: 'drop-signature', help: 'take DKIM signatures out, and mend what they covered' },
    {
      name: 'policy',
      value: 'POLICY',
      help: 'keep-first or keep-last of once-only fields that differ',
    },
    {
      name: 'domain',
      value: 'DOMAIN',
      help: 'a domain of yours: what lacks a Message-ID that is due gets one at it',
    },
    { name: 'quiet', short: 'q', help: 'nothing is told of what was mended' },
    ...configOptions,
    ...judgingOptions,
  ],
  examples: [
    ['mimewright fix forwarded.eml -o ready.eml', 'a message made ready for SES'],
    ['mimewright fix --dry-run --diff forwarded.eml', 'what would be done'],
  ],
  statuses: [
    [0, 'no errors are left'],
    [1, 'errors are left'],
    [2, 'bad usage'],
    [3, 'a file could not be read or written'],
  ],
  run: runFix,
};

/** Writes the mended message, and says what was mended, what was not touched, and what is left. */
async function runFix(args: Arguments, io: Io): Promise<number> {
  const { file, output, hasDiff, policies } = requestOf(args);
  const options = { ...(await judgingFor(args, io)), ...policies };
  const octets = await readMessage(file, io);
  if (octets === undefined) return FAILURE;
  const result = asUsage(() => fix(octets, options));
  if (hasDiff) await io.writeOut(unifiedDiff(inputName(file), octets, result.octets));
  const isDue = output !== undefined && !(output === file && isSame(octets, result.octets));
  if (isDue && !(await writeMessage(output, result.octets, io))) return FAILURE;
  if (!args.has('quiet')) sayWhatWasDone(io, inputName(file), result);
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

async function judgingFor(args: Arguments, io: Io): Promise<PreflightOptions> {
  const { preflight } = await configOf(args, io);
  return withKeys(await judgingOf(args, preflight, io), await keyRecordsOf(args, io));
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

interface Request {
  readonly file: string;
  /** Undefined where nothing is written. */
  readonly output: string | undefined;
  readonly hasDiff: boolean;
  readonly policies: FixOptions;
}

function requestOf(args: Arguments): Request {
  const file = onlyFile(args.operands, 'fix');
  const output = outputOf(file, args);
  const hasDiff = args.has('diff');
  if (hasDiff && output === STREAM) {
    throw new UsageError(
      '--diff needs --dry-run, --in-place or --output: the message is on stdout',
    );
  }
  const policy = args.text('policy');
  return {
    file,
    output,
    hasDiff,
    policies: {
      ...(args.has('drop-signature') && { signed: 'drop-signature' }),
      ...(policy !== undefined && { policy: [oneOf('--policy', policy, POLICIES)] }),
      ...(args.has('domain') && { domain: args.text('domain') ?? '' }),
    },
  };
}

function outputOf(file: string, args: Arguments): string | undefined {
  const ways = ['output', 'in-place', 'dry-run'].filter((name) => args.has(name));
  if (ways.length > 1) {
    throw new UsageError('--output, --in-place and --dry-run exclude each other');
  }
  if (args.has('dry-run')) return undefined;
  if (!args.has('in-place')) return args.text('output') ?? STREAM;
  if (file === STREAM) throw new UsageError('--in-place takes a file, not standard input');
  return file;
}
