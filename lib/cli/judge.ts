/** One message judged: here, or in a thread of its own. */

import { type Finding, type PreflightOptions, preflight, type Report } from '../index.ts';
import { type KeyRecord, keyFinder } from './key-finder.ts';

/** How messages are judged: plain data, which threads can be handed. */
export interface Judging {
  readonly options: PreflightOptions;
  /** Keys of signatures; with none, signatures are not verified. */
  readonly keys: readonly KeyRecord[];
  /** Whether findings carry their edits, which cost something to be made. */
  readonly hasFixes: boolean;
}

/** Judges messages, several at once where there are several threads. */
export interface Judges {
  judge(octets: Uint8Array): Promise<Report>;
  end(): Promise<void>;
}

/** A report as plain data, which threads can hand over. */
export function judged(octets: Uint8Array, { options, keys, hasFixes }: Judging): Report {
  const report = preflight(octets, withKeys(options, keys));
  return hasFixes ? report : withoutFixes(report);
}

/** The options, with the keys as preflight asks for them. */
export function withKeys(options: PreflightOptions, keys: readonly KeyRecord[]): PreflightOptions {
  return keys.length === 0 ? options : { ...options, dkim: { key: keyFinder(keys) } };
}

/** Findings make their edits when they are first asked for: they are not asked. */
function withoutFixes(report: Report): Report {
  const findings = report.findings.map(withoutFix);
  const errors = findings.filter(({ severity }) => severity === 'error');
  return { ...report, findings, errors };
}

function withoutFix({ rule, severity, message, remedy, at, ses }: Finding): Finding {
  return { rule, severity, message, remedy, at, ...(ses !== undefined && { ses }) };
}

/** Judges in this thread. */
export function judgesHere(judging: Judging): Judges {
  return {
    judge: async (octets) => judged(octets, judging),
    end: async () => undefined,
  };
}
