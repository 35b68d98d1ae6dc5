/** A report and what it is of, as formatters take it. */

import type { Report } from '../preflight/report.ts';

export interface NamedReport {
  /** A file name, with `/` between folders, or what else people know the message by. */
  readonly name: string;
  readonly report: Report;
  /** The message: with it, the octets at fault are shown. */
  readonly octets?: Uint8Array;
}
