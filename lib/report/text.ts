/** Reports as text, for people. */

import type { Finding, Report } from '../preflight/report.ts';
import type { NamedReport } from './named-report.ts';

const INDENT = '    ';

/**
 * A block for each message: a verdict, then each finding with its place, what SES says of it, and
 * what to do. Control characters of the messages are shown as escapes.
 *
 * @returns Lines, each ended by LF.
 */
export function renderText(reports: readonly NamedReport[]): string {
  return reports.map(renderOne).join('\n');
}

function renderOne({ name, report }: NamedReport): string {
  const lines = [`${name}: ${verdict(report)}`, ...report.findings.flatMap(findingLines)];
  for (const [rule, count] of Object.entries(report.omitted)) {
    lines.push(`  … and ${count} more of ${rule}`);
  }
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function verdict({ refused, findings, sizeOctets, sizeLimitOctets, ...rest }: Report): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0
      ? []
      : [`${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`];
  });
  const result = counts.length === 0 ? 'no findings' : counts.join(', ');
  const share = ((sizeOctets / sizeLimitOctets) * 100).toFixed(1);
  const size = `${sizeOctets} octets (${share} % of the limit)`;
  const recipients = `${rest.recipientCount} of ${rest.recipientLimit} recipients`;
  return `${refused ? 'SES would refuse it; ' : ''}${result}; ${size}, ${recipients}`;
}

function findingLines({ at, severity, rule, message, remedy, ses }: Finding): string[] {
  const place = at.in === 'message' ? `${at.line}:${at.column}` : `--${at.option}`;
  const lines = [`  ${place}  ${severity}  ${message}  [${rule}]`];
  if (ses?.text !== undefined) lines.push(`${INDENT}SES: ${ses.text} (${ses.evidence})`);
  lines.push(`${INDENT}fix: ${remedy}`);
  return lines;
}

/** A message's own text must not move the cursor or colour the terminal. */
function printable(line: string): string {
  return line.replace(/[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
