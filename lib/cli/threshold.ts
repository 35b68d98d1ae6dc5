/** What makes a run fail: `--fail-on` and `--max-warnings`. */

import type { Severity } from '../index.ts';
import type { NamedReport } from '../report.ts';
import { oneOf } from './choice.ts';
import { CLEAN, FINDINGS } from './exit-status.ts';
import type { Io } from './io.ts';
import type { Arguments, Option } from './option.ts';

/** What `--fail-on` takes, and the severities that then make a run fail. */
export const LEVELS: Readonly<Record<string, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
  never: [],
};

export const thresholdOptions: readonly Option[] = [
  {
    name: 'fail-on',
    value: 'LEVEL',
    help: 'what makes the status 1: error, warning, info (it or worse), or never (error)',
  },
  { name: 'max-warnings', value: 'N', help: 'more warnings than that make the status 1' },
];

/** What counts as a failure. */
export interface Threshold {
  readonly severities: readonly Severity[];
  readonly maxWarnings: number;
}

/** The threshold of the arguments, else of the environment, else of the configuration. */
export function thresholdOf(
  args: Arguments,
  configured: { readonly failOn?: string; readonly maxWarnings?: number },
  { env }: Io,
): Threshold {
  const maxWarnings = args.count('max-warnings', 0) ?? configured.maxWarnings;
  return {
    severities: severitiesOf(args.text('fail-on'), env.MIMEWRIGHT_FAIL_ON, configured.failOn),
    maxWarnings: maxWarnings ?? Number.POSITIVE_INFINITY,
  };
}

function severitiesOf(
  given: string | undefined,
  usual: string | undefined,
  configured: string | undefined,
): readonly Severity[] {
  if (given !== undefined) return oneOf('--fail-on', given, LEVELS);
  if (usual) return oneOf('MIMEWRIGHT_FAIL_ON', usual, LEVELS);
  return oneOf('failOn', configured ?? 'error', LEVELS);
}

/** 0 or 1. */
export function statusOf(
  reports: readonly NamedReport[],
  { severities, maxWarnings }: Threshold,
): number {
  const found = reports.flatMap(({ report }) => report.findings.map(({ severity }) => severity));
  const warnings = found.filter((severity) => severity === 'warning').length;
  const isBad = found.some((severity) => severities.includes(severity)) || warnings > maxWarnings;
  return isBad ? FINDINGS : CLEAN;
}
