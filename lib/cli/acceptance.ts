/** What was accepted before, by the configuration or a baseline, taken out of reports. */

import type { NamedReport } from '../report.ts';
import { baselineText, readBaseline, withoutKnown } from './baseline.ts';
import { complain, withFile } from './complaint.ts';
import { type Exceptions, withoutExceptions } from './exceptions.ts';
import type { Io } from './io.ts';
import type { Arguments } from './option.ts';
import { UsageError } from './usage-error.ts';

/** Reports without what was accepted. */
export type Accept = (found: readonly NamedReport[]) => Promise<readonly NamedReport[]>;

/**
 * Reads the baseline at once, so that a bad one is told before the work is done; writes it where that
 * is asked for.
 *
 * @throws {UsageError}
 */
export async function acceptanceOf(
  args: Arguments,
  exceptions: Exceptions,
  io: Io,
): Promise<Accept> {
  const file = args.text('baseline');
  const excepted = (found: readonly NamedReport[]): readonly NamedReport[] =>
    found.map((report) => withoutExceptions(report, exceptions, io));
  if (args.has('update-baseline')) {
    if (file === undefined) throw new UsageError('--update-baseline needs --baseline FILE');
    return async (found) => noted(file, excepted(found), io);
  }
  if (file === undefined) return async (found) => excepted(found);
  const baseline = await readBaseline(file, io);
  return async (found) => excepted(found).map((report) => withoutKnown(report, baseline));
}

async function noted(
  file: string,
  reports: readonly NamedReport[],
  io: Io,
): Promise<readonly NamedReport[]> {
  await withFile(file, io.writeFile(file, Buffer.from(baselineText(reports))));
  const count = reports.reduce((sum, { report }) => sum + report.findings.length, 0);
  complain(io, `${file}: ${count} ${count === 1 ? 'finding' : 'findings'} noted`);
  const baseline = await readBaseline(file, io);
  return reports.map((report) => withoutKnown(report, baseline));
}
