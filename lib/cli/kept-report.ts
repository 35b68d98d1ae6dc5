/** A report without findings that somebody has taken note of. */

import type { Finding, Report } from '../index.ts';

/** The same report with the findings that pass, and with what follows from them. */
export function keptReport(report: Report, isKept: (finding: Finding) => boolean): Report {
  const findings = report.findings.filter(isKept);
  if (findings.length === report.findings.length) return report;
  // Of a rule of which nothing is kept, what was not listed is not told either.
  const rules = new Set(findings.map(({ rule }) => rule));
  const omitted = Object.entries(report.omitted).filter(([rule]) => rules.has(rule));
  const errors = findings.filter(({ severity }) => severity === 'error');
  return {
    ...report,
    findings,
    errors,
    omitted: Object.fromEntries(omitted),
    refused: findings.some(({ ses }) => ses?.refuses === true),
    ok: errors.length === 0,
  };
}
