/** Findings that a configuration takes out, by rule and file, each with its reason. */

import { rules } from '../index.ts';
import type { NamedReport } from '../report.ts';
import { matchesGlob } from './glob-match.ts';
import type { Io } from './io.ts';
import { keptReport } from './kept-report.ts';

/** One exception of a configuration. */
export interface Exception {
  /** Id or alias. */
  readonly rule: string;
  /** A path from the folder of the configuration, or a pattern; every message if left out. */
  readonly files?: string;
  /** Why the finding is no fault here. */
  readonly reason: string;
}

/** The exceptions of a configuration, and the folder that it lies in. */
export interface Exceptions {
  readonly folder: string;
  readonly list: readonly Exception[];
}

/** The report without what the exceptions name. */
export function withoutExceptions(
  named: NamedReport,
  { folder, list }: Exceptions,
  io: Io,
): NamedReport {
  if (list.length === 0) return named;
  const path = pathFrom(folder, io.absolute(fileOf(named.name)));
  const silenced = new Set(
    list
      .filter(({ files }) => files === undefined || matchesGlob(path, files))
      .flatMap(({ rule }) => idsOf(rule)),
  );
  if (silenced.size === 0) return named;
  return { ...named, report: keptReport(named.report, ({ rule }) => !silenced.has(rule)) };
}

/** The rules of an id or alias. */
export function idsOf(name: string): readonly string[] {
  return rules
    .filter(({ id, aliases }) => id === name || aliases.includes(name))
    .map(({ id }) => id);
}

/** `box.mbox` of the message `box.mbox#3`. */
function fileOf(name: string): string {
  return name.replace(/#\d+$/, '');
}

function pathFrom(folder: string, path: string): string {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : path;
}
