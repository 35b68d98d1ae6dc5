/** Reports as text, for people. */

import type { Finding, Report } from '../preflight/report.ts';
import type { NamedReport } from './named-report.ts';
import { printable } from './printable.ts';
import { ruleSection } from './rule-section.ts';

const INDENT = '    ';

/**
 * A block for each message: a verdict, then each finding with its place, what SES says of it, and
 * what to do. Where anything was found, a last block says where its rules are explained. Control
 * characters of the messages are shown as escapes.
 *
 * @returns Lines, each ended by LF.
 */
export function renderText(reports: readonly NamedReport[]): string {
  return [...reports.map(renderOne), ...explanations(reports)].join('\n');
}

function renderOne({ name, report }: NamedReport): string {
  const lines = [
    `${name}: ${verdict(report)}`,
    `  ${budget(report)}`,
    ...report.findings.flatMap(findingLines),
  ];
  for (const [rule, count] of Object.entries(report.omitted)) {
    lines.push(`  … and ${count} more of ${rule}`);
  }
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function verdict({ refused, findings }: Report): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0
      ? []
      : [`${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`];
  });
  const result = counts.length === 0 ? 'no findings' : counts.join(', ');
  return refused ? `SES would refuse it; ${result}` : result;
}

function budget({ sizeOctets, sizeLimitOctets, recipientCount, recipientLimit }: Report): string {
  const size = `${grouped(sizeOctets)} of ${grouped(sizeLimitOctets)} octets`;
  return `${size}, ${recipientCount} of ${recipientLimit} recipients`;
}

/** A count with its thousands apart, the same in every locale. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function findingLines({ at, severity, rule, message, remedy, ses }: Finding): string[] {
  const lines = [`  ${placeName(at)}  ${severity}  ${message}  [${rule}]`];
  if (ses?.text !== undefined) lines.push(`${INDENT}SES: ${ses.text} (${ses.evidence})`);
  lines.push(`${INDENT}fix: ${remedy}`);
  return lines;
}

/** One line for each rule, once for all messages; no block where nothing was found. */
function explanations(reports: readonly NamedReport[]): readonly string[] {
  const found = new Set(reports.flatMap(({ report }) => report.findings.map(({ rule }) => rule)));
  if (found.size === 0) return [];
  const lines = [...found].sort().map((rule) => `  ${printable(ruleSection(rule))}\n`);
  return [`Explained in the package mimewright:\n${lines.join('')}`];
}

function placeName(at: Finding['at']): string {
  if (at.in === 'message') return `${at.line}:${at.column}`;
  return at.index === undefined ? at.option : `${at.option}[${at.index}]`;
}
