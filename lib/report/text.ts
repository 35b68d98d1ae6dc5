/** Reports as text, for people. */

import type { Finding } from '../preflight/report.ts';
import {
  budgetText,
  nameAtStart,
  omittedLines,
  placeName,
  sesText,
  totalsText,
  verdictText,
} from './finding-words.ts';
import type { NamedReport } from './named-report.ts';
import { octetExcerpt } from './octet-excerpt.ts';
import { type Paint, plainPaint } from './paint.ts';
import { printable } from './printable.ts';
import { ruleSection } from './rule-section.ts';
import { sizeLines } from './size-lines.ts';

const INDENT = '    ';

/** Before octets of a message: GitHub's runner obeys lines that start with `::`, blanks or not. */
const GUTTER = `${INDENT}| `;

/**
 * A block for each message: a verdict, then each finding with its place, its octets, what SES says
 * of it, and what to do. Where anything was found, a block says where its rules are explained; of
 * several messages, a last line counts what was found in all.
 * Control characters of the messages are shown as pictures and escapes.
 *
 * @param paint Colours for a terminal; none if left out.
 * @returns Lines, each ended by LF.
 */
export function renderText(reports: readonly NamedReport[], paint: Paint = plainPaint): string {
  const blocks = reports.map((report) => renderOne(report, paint));
  const totals = reports.length > 1 ? [`${totalsText(reports)}\n`] : [];
  return [...blocks, ...explanations(reports), ...totals].join('\n');
}

function renderOne({ name, report, octets }: NamedReport, paint: Paint): string {
  const lines = [
    `${paint('name', nameAtStart(name))}: ${verdictText(report)}`,
    `  ${budgetText(report)}`,
    ...sizeLines(report).map((line) => `  ${line}`),
    ...report.findings.flatMap((finding) => findingLines(finding, octets, paint)),
    ...omittedLines(report).map((line) => `  ${printable(line)}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function findingLines(finding: Finding, octets: Uint8Array | undefined, paint: Paint): string[] {
  const { at, severity, rule, message, remedy } = finding;
  const place = printable(placeName(at));
  const said = sesText(finding);
  const lines = [
    `  ${place}  ${paint(severity, severity)}  ${printable(message)}  ${paint('rule', `[${printable(rule)}]`)}`,
    ...excerptLines(finding, octets, paint),
  ];
  if (said !== undefined) lines.push(INDENT + printable(said));
  lines.push(`${INDENT}fix: ${printable(remedy)}`);
  return lines;
}

function excerptLines(
  { at, severity }: Finding,
  octets: Uint8Array | undefined,
  paint: Paint,
): readonly string[] {
  const excerpt = octets && octetExcerpt(octets, at);
  if (excerpt === undefined) return [];
  return [`${GUTTER}${excerpt.line}`, `${GUTTER}${paint(severity, excerpt.carets)}`];
}

/** One line for each rule, once for all messages; no block where nothing was found. */
function explanations(reports: readonly NamedReport[]): readonly string[] {
  const found = new Set(reports.flatMap(({ report }) => report.findings.map(({ rule }) => rule)));
  if (found.size === 0) return [];
  const lines = [...found].sort().map((rule) => `  ${printable(ruleSection(rule))}\n`);
  return [`Explained in the package mimewright:\n${lines.join('')}`];
}
