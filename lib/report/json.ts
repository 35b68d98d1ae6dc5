/** Reports as JSON, for programs. */

import type { NamedReport } from './named-report.ts';
import { printable } from './printable.ts';

/**
 * One JSON document: a list of `{ name, ...report }` in the order given, ended by a line end.
 *
 * The members are those of `Report`. Control and format characters are escaped, for terminals' sake.
 */
export function renderJson(reports: readonly NamedReport[]): string {
  const plain = reports.map(({ name, report }) => ({ name, ...report }));
  const lines = JSON.stringify(plain, undefined, 2).split('\n');
  return lines.map((line) => `${printable(line)}\n`).join('');
}
