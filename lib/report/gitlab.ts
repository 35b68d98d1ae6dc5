/** Reports as GitLab code quality, which merge requests show. */

import type { Finding } from '../preflight/report.ts';
import { filePath, fullText } from './finding-words.ts';
import { fingerprints } from './fingerprints.ts';
import type { NamedReport } from './named-report.ts';
import { printableJson } from './printable-json.ts';

/**
 * A list of findings with what GitLab asks for; one about an option stands at the first line.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/
 */
export function renderGitlab(reports: readonly NamedReport[]): string {
  const issues = reports.flatMap(({ name, report }) => {
    const names = fingerprints(name, report.findings);
    return report.findings.map((finding, index) => ({
      description: fullText(finding),
      check_name: finding.rule,
      fingerprint: names[index],
      severity: severityOf(finding),
      location: {
        path: filePath(name),
        lines: { begin: finding.at.in === 'message' ? finding.at.line : 1 },
      },
    }));
  });
  return printableJson(issues);
}

/** What SES refuses stands out among the errors. */
function severityOf({ severity, ses }: Finding): 'critical' | 'major' | 'minor' | 'info' {
  if (severity === 'info') return 'info';
  if (severity === 'warning') return 'minor';
  return ses?.refuses === true ? 'critical' : 'major';
}
