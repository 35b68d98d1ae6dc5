/** Reports as Markdown, for comments and summaries. */

import type { Finding } from '../preflight/report.ts';
import {
  budgetText,
  omittedLines,
  placeName,
  sesText,
  totalsText,
  verdictText,
} from './finding-words.ts';
import { markdownText } from './markdown-text.ts';
import type { NamedReport } from './named-report.ts';
import { sizeLines } from './size-lines.ts';

/**
 * A section for each message, with a table of its findings; of several messages, a line for all of
 * them comes first. Nothing of a message becomes markup.
 *
 * @returns Lines, each ended by LF.
 */
export function renderMarkdown(reports: readonly NamedReport[]): string {
  const totals = reports.length > 1 ? [`${totalsText(reports)}.\n`] : [];
  return [...totals, ...reports.map(section)].join('\n');
}

function section({ name, report }: NamedReport): string {
  const { findings } = report;
  const said = [verdictText(report), budgetText(report), ...sizeLines(report)];
  const lines = [`## ${markdownText(name)}`, '', said.map((one) => `${one}.`).join(' ')];
  if (findings.length > 0) {
    lines.push('', '| Place | Severity | Rule | What is wrong | What to do |');
    lines.push('| --- | --- | --- | --- | --- |', ...findings.map(row));
  }
  const omitted = omittedLines(report);
  if (omitted.length > 0) lines.push('', ...omitted.map((line) => `${markdownText(line)}  `));
  return lines.map((line) => `${line}\n`).join('');
}

function row(finding: Finding): string {
  const { at, severity, rule, message, remedy } = finding;
  const said = sesText(finding);
  const wrong = [message, ...(said === undefined ? [] : [said])].map(markdownText).join('<br>');
  const place = at.in === 'message' ? placeName(at) : markdownText(placeName(at));
  return `| ${place} | ${severity} | ${markdownText(rule)} | ${wrong} | ${markdownText(remedy)} |`;
}
