/** Reports as JSON, for programs. */

import type { NamedReport } from './named-report.ts';
import { printable } from './printable.ts';
import { printableJson } from './printable-json.ts';

/**
 * One JSON document: a list of `{ name, ...report }` in the order given, ended by a line end.
 *
 * The members are those of `Report`. Control and format characters are escaped, for terminals' sake.
 *
 * @see `mimewright/report.schema.json`
 */
export function renderJson(reports: readonly NamedReport[]): string {
  return printableJson(reports.map(plain));
}

/** One JSON document a line, one line a message: the entries of {@link renderJson}. */
export function renderJsonLines(reports: readonly NamedReport[]): string {
  return reports.map((report) => `${printable(JSON.stringify(plain(report)))}\n`).join('');
}

function plain({ name, report }: NamedReport): object {
  return { name, ...report };
}
