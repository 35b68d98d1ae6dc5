/** Reports as JSON, for programs. */

import type { NamedReport } from './named-report.ts';

/**
 * One JSON document: a list of `{ name, ...report }` in the order given, ended by a line end.
 *
 * The members are those of `Report`.
 */
export function renderJson(reports: readonly NamedReport[]): string {
  const plain = reports.map(({ name, report }) => ({ name, ...report }));
  return `${JSON.stringify(plain, undefined, 2)}\n`;
}
