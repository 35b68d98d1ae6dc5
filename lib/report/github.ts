/** Reports for GitHub Actions: annotations within its limits, and the summary of a step. */

import type { Finding } from '../preflight/report.ts';
import type { Severity } from '../preflight/severity.ts';
import {
  filePath,
  fullText,
  grouped,
  omittedCount,
  severities,
  totalsText,
  worstFirst,
} from './finding-words.ts';
import { renderMarkdown } from './markdown.ts';
import type { NamedReport } from './named-report.ts';
import { printable } from './printable.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/** GitHub shows ten of each kind for a step, and drops the others. */
const ANNOTATIONS_MAX = 10;

/** Octets of a step's summary: GitHub takes 1 MiB, and refuses more as a whole. */
const SUMMARY_OCTETS_MAX = 1_048_576;

/**
 * A workflow command for each finding, the worst first, at most ten of a severity; where there are
 * more, a last notice counts them.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function renderGithub(reports: readonly NamedReport[]): string {
  const all = worstFirst(reports);
  const omitted = reports.reduce((sum, { report }) => sum + omittedCount(report), 0);
  const most = atMost(all, ANNOTATIONS_MAX);
  const hasAll = most.length === all.length && omitted === 0;
  // The notice of the rest is one of the ten.
  const shown = hasAll ? most : atMost(all, ANNOTATIONS_MAX - 1);
  const lines = shown.map(({ name, finding }) => annotation(name, finding));
  const left = all.length - shown.length + omitted;
  if (left > 0) lines.push(`::notice title=mimewright::${restText(left)}`);
  return lines.map((line) => `${line}\n`).join('');
}

/** Ten errors, ten warnings, and so many infos. */
function atMost(all: ReturnType<typeof worstFirst>, infos: number): ReturnType<typeof worstFirst> {
  return severities.flatMap((severity) => {
    const room = severity === 'info' ? infos : ANNOTATIONS_MAX;
    return all.filter(({ finding }) => finding.severity === severity).slice(0, room);
  });
}

function restText(left: number): string {
  return left === 1
    ? '1 more finding is not annotated'
    : `${grouped(left)} more findings are not annotated`;
}

function annotation(name: string, finding: Finding): string {
  const { at, severity, rule } = finding;
  const file = property(filePath(name));
  const place = at.in === 'message' ? `,line=${at.line},col=${at.column}` : '';
  return `::${COMMANDS[severity]} file=${file}${place},title=${property(rule)}::${data(fullText(finding))}`;
}

/** CR and LF are escapes already; the percent sign is what GitHub's own escapes start with. */
function data(text: string): string {
  return printable(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * The summary of a step as Markdown: what was found in all, then the messages in which something
 * was, those that SES would refuse and those with errors first; cut at a line where GitHub would
 * refuse it.
 */
export function renderGithubSummary(reports: readonly NamedReport[]): string {
  const found = reports.filter(({ report }) => report.findings.length > 0);
  const worst = [0, 1, 2].flatMap((rank) => found.filter((one) => rankOf(one) === rank));
  const sections = worst.map((one) => `\n${renderMarkdown([one])}`);
  return cut(`# mimewright\n\n${totalsText(reports)}.\n${sections.join('')}`);
}

function rankOf({ report }: NamedReport): number {
  if (report.refused) return 0;
  return report.ok ? 2 : 1;
}

function cut(whole: string): string {
  if (Buffer.byteLength(whole) <= SUMMARY_OCTETS_MAX) return whole;
  // The blank line ends the table that was cut.
  const end = '\n\n… cut: GitHub takes 1 MiB.\n';
  const octets = Buffer.from(whole).subarray(0, SUMMARY_OCTETS_MAX - Buffer.byteLength(end));
  return octets.toString('utf8', 0, Math.max(0, octets.lastIndexOf('\n'))) + end;
}
