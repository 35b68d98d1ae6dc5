/** The report of a message with the faults of its request: in one order, counted alike. */

import type { Finding, Report } from '../preflight/report.ts';
import type { RuleInfo } from '../preflight/rule.ts';
import type { Severity } from '../preflight/severity.ts';
import type { RequestFault } from './request-findings.ts';

/** Findings of one rule that a report lists, as of those of a message; the rest are counted. */
const FINDINGS_MAX = 100;

/** A report that tells the faults too. */
export function withFaults(
  report: Report,
  faults: readonly RequestFault[],
  severityOf: (rule: RuleInfo) => Severity | 'off',
): Report {
  const wanted = faults.filter(({ rule }) => severityOf(rule) !== 'off');
  if (wanted.length === 0) return report;
  const { listed, omitted } = bounded(
    wanted.flatMap((fault) => {
      const severity = severityOf(fault.rule);
      return severity === 'off' ? [] : [findingOf(fault, severity)];
    }),
  );
  const findings = Object.freeze([...report.findings, ...listed].sort(byPlace));
  return Object.freeze({
    ...report,
    refused: findings.some(({ ses }) => ses?.refuses === true),
    ok: findings.every(({ severity }) => severity !== 'error'),
    findings,
    errors: Object.freeze(findings.filter(({ severity }) => severity === 'error')),
    omitted: Object.freeze({ ...report.omitted, ...omitted }),
  });
}

function findingOf({ rule, message, at, ses }: RequestFault, severity: Severity): Finding {
  return Object.freeze({
    rule: rule.id,
    severity,
    message,
    remedy: rule.remedy,
    at: Object.freeze(at),
    ...(ses !== undefined && { ses: Object.freeze(ses) }),
  });
}

function bounded(findings: readonly Finding[]): {
  readonly listed: readonly Finding[];
  readonly omitted: Readonly<Record<string, number>>;
} {
  const counts = new Map<string, number>();
  const listed = findings.filter(({ rule }) => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    return count <= FINDINGS_MAX;
  });
  const beyond = [...counts].filter(([, count]) => count > FINDINGS_MAX);
  return {
    listed,
    omitted: Object.fromEntries(beyond.map(([rule, count]) => [rule, count - FINDINGS_MAX])),
  };
}

/** Of the message by start, end and rule; of options after, by option, index, start, end and rule. */
function byPlace(a: Finding, b: Finding): number {
  return compare(placeOf(a), placeOf(b)) || compare([a.rule], [b.rule]);
}

function placeOf({ at }: Finding): readonly (string | number)[] {
  if (at.in === 'message') return [0, at.start, at.end];
  return [1, at.option, at.index ?? 0, at.start, at.end];
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [at, one] of a.entries()) {
    const other = b[at];
    if (other !== undefined && one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
