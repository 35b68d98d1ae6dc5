/** Where reports go, and in which form: `--format NAME[=FILE]`. */

import { rules } from '../index.ts';
import {
  type NamedReport,
  type Paint,
  renderCompact,
  renderGithub,
  renderGithubSummary,
  renderGitlab,
  renderHtml,
  renderJson,
  renderJsonLines,
  renderJunit,
  renderMarkdown,
  renderSarif,
  renderText,
} from '../report.ts';
import { oneOf } from './choice.ts';
import { complain, withFile } from './complaint.ts';
import type { Io } from './io.ts';
import type { Option } from './option.ts';
import { UsageError } from './usage-error.ts';

/** What a form needs beside the reports. */
interface FormatContext {
  readonly paint: Paint;
  readonly version: string;
}

type Format = (reports: readonly NamedReport[], context: FormatContext) => string;

const FORMATS: Readonly<Record<string, Format>> = {
  text: (reports, { paint }) => renderText(worthReading(reports), paint),
  compact: renderCompact,
  json: renderJson,
  jsonl: renderJsonLines,
  sarif: (reports, { version }) => renderSarif(reports, { rules, version }),
  junit: renderJunit,
  github: renderGithub,
  'github-summary': renderGithubSummary,
  gitlab: renderGitlab,
  markdown: renderMarkdown,
  html: renderHtml,
};

/** Forms that people read: they may stand beside others, and progress is shown over them. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(['text', 'compact']);

/** Of so many messages, those without findings are passed over in what people read. */
const SHOWN_CLEAN_MAX = 10;

function worthReading(reports: readonly NamedReport[]): readonly NamedReport[] {
  if (reports.length <= SHOWN_CLEAN_MAX) return reports;
  return reports.filter(({ report }) => report.findings.length > 0);
}

/** Says how many were passed over. */
function sayPassedOver(reports: readonly NamedReport[], io: Io): void {
  const passed = reports.length - worthReading(reports).length;
  if (passed === 0) return;
  const all = passed === reports.length ? '' : ` of ${reports.length}`;
  complain(io, `${passed}${all} messages have no findings`);
}

export const formatOption: Option = {
  name: 'format',
  short: 'f',
  value: 'NAME[=FILE]',
  repeats: true,
  help: `how reports are written, to standard output or a file: ${Object.keys(FORMATS).join(', ')} (text)`,
};

/** One form and where it goes. */
export interface Output {
  readonly name: string;
  readonly render: Format;
  /** Undefined for standard output. */
  readonly file: string | undefined;
}

/**
 * The forms that are asked for; text where none is. At GitHub, annotations come on top of that.
 *
 * @throws {UsageError} for an unknown form, and where two go to standard output.
 */
export function outputsOf(wanted: readonly string[], { env }: Io): readonly Output[] {
  const outputs = askedFor(wanted, env);
  const onStdout = outputs.filter(({ file }) => file === undefined);
  // Annotations are lines that GitHub picks out of what people read, but not out of a document.
  const forPrograms = onStdout.filter(({ name }) => name !== 'github' && !FOR_PEOPLE.has(name));
  const apart = onStdout.filter(({ name }) => name !== 'github');
  if (apart.length > 1 || (forPrograms.length > 0 && onStdout.length > 1)) {
    const names = onStdout.map(({ name }) => name).join(' and ');
    throw new UsageError(`${names} would both go to standard output: write --format NAME=FILE`);
  }
  return outputs;
}

function askedFor(wanted: readonly string[], env: Io['env']): readonly Output[] {
  if (wanted.length > 0) return wanted.map((text) => outputOf('--format', text));
  if (env.MIMEWRIGHT_FORMAT) {
    return env.MIMEWRIGHT_FORMAT.split(',').map((text) => outputOf('MIMEWRIGHT_FORMAT', text));
  }
  const usual = env.GITHUB_ACTIONS === 'true' ? ['text', 'github'] : ['text'];
  return usual.map((text) => outputOf('--format', text));
}

function outputOf(option: string, text: string): Output {
  const equals = text.indexOf('=');
  const name = equals === -1 ? text : text.slice(0, equals);
  const file = equals === -1 ? undefined : text.slice(equals + 1);
  if (file === '') throw new UsageError(`${option} ${text}: the file has no name`);
  return { name, render: oneOf(option, name, FORMATS), file: file === '-' ? undefined : file };
}

/** Whether people read standard output, or nobody does. */
export function isForPeople(outputs: readonly Output[]): boolean {
  return outputs.every(({ name, file }) => file !== undefined || FOR_PEOPLE.has(name));
}

/** Writes the reports in every form that was asked for. */
export async function writeReports(
  outputs: readonly Output[],
  reports: readonly NamedReport[],
  context: FormatContext,
  io: Io,
): Promise<void> {
  for (const { name, render, file } of outputs) {
    const text = render(reports, file === undefined ? context : { ...context, paint: plain });
    if (file === undefined) await io.writeOut(text);
    else await withFile(file, io.writeFile(file, Buffer.from(text)));
    if (name === 'text') sayPassedOver(reports, io);
    const summary = io.env.GITHUB_STEP_SUMMARY;
    if (name === 'github' && summary) {
      await withFile(summary, io.appendFile(summary, renderGithubSummary(reports)));
    }
  }
}

function plain(_: string, text: string): string {
  return text;
}
