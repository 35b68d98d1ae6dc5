/** All messages of a run judged, in the order of their files. */

import type { NamedReport } from '../report.ts';
import { complain, withFile } from './complaint.ts';
import { excerptedOctets } from './excerpted-octets.ts';
import { type InputOptions, messagesOf } from './inputs.ts';
import type { Io } from './io.ts';
import type { Judges } from './judge.ts';
import type { Progress } from './progress.ts';

/** What is done with each message. */
export interface Round {
  readonly inputs: InputOptions;
  readonly judges: Judges;
  /** Messages that are in memory at once. */
  readonly underWayMax: number;
  readonly progress: Progress;
  /** What is kept of a message in which something was found; of others nothing is. */
  readonly keeps: 'nothing' | 'excerpts' | 'messages';
}

export interface Found {
  readonly reports: readonly NamedReport[];
  /** Something could not be read; it was complained of. */
  readonly hasFailed: boolean;
}

/** Judges every message; one that cannot be read does not keep the others from being judged. */
export async function judgeAll(files: readonly string[], round: Round, io: Io): Promise<Found> {
  const reports: NamedReport[] = [];
  const underWay: Promise<NamedReport>[] = [];
  let hasFailed = false;
  const settleDownTo = async (count: number): Promise<void> => {
    for (const next of underWay.splice(0, underWay.length - count)) reports.push(await next);
  };
  try {
    for (const file of files) {
      for await (const input of messagesOf(file, round.inputs, io)) {
        if ('fault' in input) {
          complain(io, `${input.name}: ${input.fault}`);
          hasFailed = true;
          continue;
        }
        underWay.push(watched(judgeOne(input, round)));
        if (underWay.length >= round.underWayMax) await settleDownTo(round.underWayMax - 1);
      }
    }
    await settleDownTo(0);
    return { reports, hasFailed };
  } finally {
    round.progress.end();
    await round.judges.end();
  }
}

/** It is awaited later: until then nobody else is told that it failed. */
function watched<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

async function judgeOne(
  { name, octets }: { readonly name: string; readonly octets: Uint8Array },
  { judges, progress, keeps }: Round,
): Promise<NamedReport> {
  const report = await withFile(name, judges.judge(octets));
  progress.step();
  if (keeps === 'nothing' || report.findings.length === 0) return { name, report };
  if (keeps === 'messages') return { name, report, octets };
  return { name, report, octets: excerptedOctets(octets, report.findings) };
}
