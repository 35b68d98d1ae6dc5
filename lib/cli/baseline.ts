/** Findings that were there before: a file of their fingerprints, so that only new ones count. */

import { fingerprints, type NamedReport } from '../report.ts';
import { causeOf } from './complaint.ts';
import type { Io } from './io.ts';
import { keptReport } from './kept-report.ts';
import type { Option } from './option.ts';
import { UsageError } from './usage-error.ts';

export const baselineOptions: readonly Option[] = [
  { name: 'baseline', value: 'FILE', help: 'findings that stand in this file are not told' },
  { name: 'update-baseline', help: 'write what is found now to the file of --baseline' },
];

/** Fingerprints by message. */
export type Baseline = ReadonlyMap<string, ReadonlySet<string>>;

/** @throws {UsageError} where the file cannot be read, or is no baseline. */
export async function readBaseline(file: string, io: Io): Promise<Baseline> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(await io.readFile(file)));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw noBaseline();
    return new Map(Object.entries(value).map(([name, prints]) => [name, new Set(textsOf(prints))]));
  } catch (error) {
    throw new UsageError(`--baseline ${file}: ${causeOf(error)}`);
  }
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw noBaseline();
}

function noBaseline(): Error {
  return new Error('it is no baseline: --update-baseline writes one');
}

/** The report without what the baseline knows. */
export function withoutKnown(named: NamedReport, baseline: Baseline): NamedReport {
  const known = baseline.get(named.name);
  if (known === undefined) return named;
  const prints = new Map(
    fingerprints(named.name, named.report.findings).map((print, at) => [
      named.report.findings[at],
      print,
    ]),
  );
  const report = keptReport(named.report, (finding) => !known.has(prints.get(finding) ?? ''));
  return { ...named, report };
}

/** A baseline of what is found now; messages without findings are left out. */
export function baselineText(reports: readonly NamedReport[]): string {
  const entries = reports
    .filter(({ report }) => report.findings.length > 0)
    .map(({ name, report }) => [name, fingerprints(name, report.findings)] as const);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}
