/** What every format says of a finding: its place, its severity, how many there are. */

import type { Finding, Report } from '../preflight/report.ts';
import type { Severity } from '../preflight/severity.ts';
import { printable } from './printable.ts';

/** The worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** `3:14`, or the name of an option, with the index of its entry. */
export function placeName(at: Finding['at']): string {
  if (at.in === 'message') return `${at.line}:${at.column}`;
  return at.index === undefined ? at.option : `${at.option}[${at.index}]`;
}

/** `2 errors, 1 warning`; `no findings`. */
export function countsText(findings: readonly Finding[]): string {
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    if (count === 0) return [];
    return [`${grouped(count)} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`];
  });
  return counts.length === 0 ? 'no findings' : counts.join(', ');
}

/** `3 messages; SES would refuse 1 of them; 2 errors, 1 warning`. */
export function totalsText(reports: readonly { readonly report: Report }[]): string {
  const refused = reports.filter(({ report }) => report.refused).length;
  const counts = countsText(reports.flatMap(({ report }) => report.findings));
  const messages = `${grouped(reports.length)} message${reports.length === 1 ? '' : 's'}`;
  return refused === 0
    ? `${messages}; ${counts}`
    : `${messages}; SES would refuse ${grouped(refused)} of them; ${counts}`;
}

/** `SES would refuse it; 1 error`. */
export function verdictText({ refused, findings }: Report): string {
  const counts = countsText(findings);
  return refused ? `SES would refuse it; ${counts}` : counts;
}

/** `7,103 of 10,485,760 octets, 1 of 50 recipients`. */
export function budgetText(report: Report): string {
  const { sizeOctets, sizeLimitOctets, recipientCount, recipientLimit } = report;
  const size = `${grouped(sizeOctets)} of ${grouped(sizeLimitOctets)} octets`;
  return `${size}, ${recipientCount} of ${recipientLimit} recipients`;
}

/** A count with its thousands apart, the same in every locale. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** What SES says to it, as far as that is known. */
export function sesText({ ses }: Finding): string | undefined {
  return ses?.text === undefined ? undefined : `SES: ${ses.text} (${ses.evidence})`;
}

/**
 * All that is said of a finding, on one line: what is wrong, what to do, what SES says. The place is
 * told with it where it is an option, which no line and column lead to.
 */
export function fullText(finding: Finding): string {
  const { at, message, remedy } = finding;
  const place = at.in === 'option' ? `${placeName(at)}: ` : '';
  const said = sesText(finding);
  return `${place}${message}. ${remedy}${said === undefined ? '' : ` ${said}`}`;
}

/** A name as tools ask for paths: `./` says nothing, and two slashes at the start would name a host. */
export function filePath(name: string): string {
  return name.replace(/^(?:\.\/+)+/, '').replace(/^\/+/, '/');
}

/**
 * A name to start a line with. GitHub's runner obeys lines that start with `::`, and whoever makes a
 * pull request names its files.
 */
export function nameAtStart(name: string): string {
  const shown = printable(name);
  return /^\s*:/.test(shown) ? `./${shown}` : shown;
}

/** How many findings there are beyond those listed. */
export function omittedCount({ omitted }: Report): number {
  return Object.values(omitted).reduce((sum, count) => sum + count, 0);
}

/** How many more of each rule there are than are listed. */
export function omittedLines({ omitted }: Report): readonly string[] {
  return Object.entries(omitted).map(([rule, count]) => `… and ${grouped(count)} more of ${rule}`);
}

/** Findings of all reports with the name of theirs, the worst first, else in order. */
export function worstFirst(
  reports: readonly { readonly name: string; readonly report: Report }[],
): readonly { readonly name: string; readonly finding: Finding }[] {
  const all = reports.flatMap(({ name, report }) =>
    report.findings.map((finding) => ({ name, finding })),
  );
  return severities.flatMap((severity) =>
    all.filter(({ finding }) => finding.severity === severity),
  );
}
