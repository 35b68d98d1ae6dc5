/** A report and what it is of, as formatters take it. */

import type { Report } from '../preflight/report.ts';

export interface NamedReport {
  /** A file name, or what else people know the message by. */
  readonly name: string;
  readonly report: Report;
}
