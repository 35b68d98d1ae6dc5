/** Reports as one line for each finding, for editors and grep. */

import { nameAtStart, omittedLines, placeName } from './finding-words.ts';
import type { NamedReport } from './named-report.ts';
import { printable } from './printable.ts';

/**
 * `NAME:LINE:COLUMN: SEVERITY: MESSAGE [RULE]`; of a finding about an option, its name stands for the
 * place. A message without findings has no line.
 *
 * @returns Lines, each ended by LF.
 */
export function renderCompact(reports: readonly NamedReport[]): string {
  const lines = reports.flatMap(({ name, report }) => [
    ...report.findings.map(
      ({ at, severity, message, rule }) =>
        `${nameAtStart(name)}:${placeName(at)}: ${severity}: ${message} [${rule}]`,
    ),
    ...omittedLines(report).map((line) => `${nameAtStart(name)}: ${line}`),
  ]);
  return lines.map((line) => `${printable(line)}\n`).join('');
}
