/** `mimewright check`: preflight of messages in files. */

import type { PreflightOptions } from '../../index.ts';
import type { NamedReport } from '../../report.ts';
import { acceptanceOf } from '../acceptance.ts';
import { baselineOptions } from '../baseline.ts';
import { colourOption, paintOf } from '../colours.ts';
import type { Command } from '../command.ts';
import { configOf, configOptions } from '../config.ts';
import { CLEAN, FAILURE } from '../exit-status.ts';
import { filesOf, type InputOptions } from '../inputs.ts';
import type { Io } from '../io.ts';
import { type Judging, judgesHere } from '../judge.ts';
import { type Found, judgeAll, type Round } from '../judge-all.ts';
import { judgingOf, judgingOptions } from '../judging-options.ts';
import { keyRecordsOf } from '../key-records.ts';
import type { Arguments } from '../option.ts';
import { formatOption, isForPeople, type Output, outputsOf, writeReports } from '../outputs.ts';
import { Progress } from '../progress.ts';
import { statusOf, thresholdOf, thresholdOptions } from '../threshold.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';

/** So many files are worth the start of threads. */
const FILES_FOR_THREADS = 400;
const THREADS_MAX = 8;

/** Forms that say how a finding is mended. */
const WITH_FIXES: ReadonlySet<string> = new Set(['json', 'jsonl', 'sarif']);
/** Forms that show the octets at fault, and one that counts characters of whole messages. */
const WITH_EXCERPTS: ReadonlySet<string> = new Set(['text', 'html']);
const WITH_MESSAGES: ReadonlySet<string> = new Set(['sarif']);

export const check: Command = {
  name: 'check',
  summary: 'tell offline what Amazon SES would refuse, rewrite or break in raw mail messages',
  usage: '[OPTION]... FILE|FOLDER|PATTERN|-...',
  about: [
    'A file holds one message; one ending in .mbox an mbox, one ending in .jsonl a message a line, ' +
      'as a JSON string or as an object with message or base64. A folder stands for the .eml, ' +
      '.mime, .mbox and .jsonl files below it, - for standard input.',
    'Reports go to standard output, everything else to standard error. Of more than ten messages, ' +
      'text passes over those without findings.',
  ],
  options: [
    formatOption,
    ...thresholdOptions,
    { name: 'quiet', short: 'q', help: 'errors alone are reported' },
    ...configOptions,
    ...baselineOptions,
    { name: 'stdin-filename', value: 'NAME', help: 'what standard input is called in reports' },
    { name: 'list-files', help: 'say which files would be checked, and do nothing' },
    { name: 'no-error-on-unmatched', help: 'no file at all is no fault' },
    { name: 'jobs', value: 'N', help: 'threads that work at once (one, or of many files several)' },
    colourOption,
    ...judgingOptions,
  ],
  examples: [
    ['mimewright check mail/', 'all messages below a folder'],
    [
      'mimewright check --profile ses-v2 --identities verified.txt --sandbox receipt.eml',
      'what the account may send from the sandbox',
    ],
    [
      'mimewright check -f text -f sarif=mail.sarif --fail-on warning "mail/**/*.eml"',
      'for people and for code scanning',
    ],
    ['render-mail | mimewright check --stdin-filename welcome.eml -', 'in a pipe'],
  ],
  variables: [
    ['MIMEWRIGHT_FORMAT', 'as --format, separated by commas'],
    ['MIMEWRIGHT_FAIL_ON', 'as --fail-on'],
    ['MIMEWRIGHT_PROFILE', 'as --profile'],
    ['GITHUB_ACTIONS', 'where it is true, annotations and a summary come on top of text'],
    ['NO_COLOR, FORCE_COLOR', 'no colours; colours outside a terminal too'],
  ],
  statuses: [
    [0, 'nothing was found that --fail-on names'],
    [1, 'something was found'],
    [2, 'bad usage, a bad configuration, or no file'],
    [3, 'a file could not be read or written'],
  ],
  run: runCheck,
};

/** Checks each message; what a configuration or a baseline accepts is taken out of the reports. */
async function runCheck(args: Arguments, io: Io): Promise<number> {
  const outputs = outputsOf(args.texts('format'), io);
  const paint = paintOf(args.text('color'), io);
  const config = await configOf(args, io);
  const threshold = thresholdOf(args, config, io);
  const options = await judgingOf(args, config.preflight, io);
  const inputs = inputsOf(args);
  const files = await filesOf(operandsOf(args), inputs, io);
  if (args.has('list-files')) {
    await io.writeOut(files.map((file) => `${file}\n`).join(''));
    return CLEAN;
  }
  const accept = await acceptanceOf(args, config.exceptions, io);
  const found = await judgeFiles(files, { inputs, outputs, options }, args, io);
  const reports = await accept(found.reports);
  const shown = args.has('quiet') ? reports.map(errorsOnly) : reports;
  await writeReports(outputs, shown, { paint, version: await version(io) }, io);
  return found.hasFailed ? FAILURE : statusOf(reports, threshold);
}

function operandsOf({ operands }: Arguments): readonly string[] {
  if (operands.length === 0) throw new UsageError('no file to check');
  return operands;
}

function inputsOf(args: Arguments): InputOptions {
  return {
    stdinName: args.text('stdin-filename') ?? '(stdin)',
    mayBeNone: args.has('no-error-on-unmatched'),
  };
}

interface Plan {
  readonly inputs: InputOptions;
  readonly outputs: readonly Output[];
  readonly options: PreflightOptions;
}

async function judgeFiles(
  files: readonly string[],
  { inputs, outputs, options }: Plan,
  args: Arguments,
  io: Io,
): Promise<Found> {
  const names = outputs.map(({ name }) => name);
  const hasFixes = names.some((name) => WITH_FIXES.has(name));
  const judging: Judging = { options, keys: await keyRecordsOf(args, io), hasFixes };
  const usual = files.length < FILES_FOR_THREADS ? 1 : Math.min(io.processors, THREADS_MAX);
  const jobs = args.count('jobs', 1) ?? usual;
  const round = {
    inputs,
    judges: jobs === 1 ? judgesHere(judging) : await io.startJudges(jobs, judging),
    underWayMax: jobs === 1 ? 1 : 2 * jobs,
    progress: new Progress(io, isForPeople(outputs) || !io.isTerminal.out),
    keeps: keptFor(names),
  };
  return judgeAll(files, round, io);
}

function keptFor(names: readonly string[]): Round['keeps'] {
  if (names.some((name) => WITH_MESSAGES.has(name))) return 'messages';
  return names.some((name) => WITH_EXCERPTS.has(name)) ? 'excerpts' : 'nothing';
}

function errorsOnly({ report, ...rest }: NamedReport): NamedReport {
  return { ...rest, report: { ...report, findings: report.errors } };
}
