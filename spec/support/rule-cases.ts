/** Rule cases: one edit of a clean message each, and the one finding that it must give. */

import { readdirSync, readFileSync } from 'node:fs';
import type { PreflightOptions } from '../../lib/preflight/options.ts';
import type { OptionPlace } from '../../lib/preflight/report.ts';
import { fixture } from './fixture.ts';

const folder = new URL('../preflight/cases/', import.meta.url);

export interface RuleCase {
  readonly rule: string;
  /** A message of `fixtures/base/`, without `.eml`. */
  readonly base: string;
  /** What is replaced, and by what; absent where the fault is not in the message. */
  readonly find?: string;
  readonly replace?: string;
  /** What all its line ends then become. */
  readonly lineEnd?: '\n';
  /** The octets that the message is then brought to; the last of them is a `z`. */
  readonly fill?: number;
  /** The octets at fault; what stands before them and behind them makes their place unique. */
  readonly at: string;
  readonly after?: string;
  readonly before?: string;
  /** The option at fault; `at` is then the characters at fault in it. */
  readonly option?: Pick<OptionPlace, 'option' | 'index'>;
  readonly options?: PreflightOptions;
  /** `ses-v1` if absent. */
  readonly profile?: 'ses-v1' | 'ses-v2' | 'smtp';
  readonly severity: string;
  /** SES's text. */
  readonly ses?: string;
  /** Whether SES refuses the call, where that is not told by its having a text. */
  readonly refused?: boolean;
}

/** All of them, by area. */
export function ruleCases(): readonly RuleCase[] {
  const files = readdirSync(folder).sort();
  return files.flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): RuleCase => JSON.parse(line, revive)),
  );
}

/** In JSON a moment is a string, and the key of every signature is its record, or null for none. */
function revive(name: string, value: unknown): unknown {
  if (name === 'now' && typeof value === 'string') return new Date(value);
  return name === 'dkim' ? { key: () => value ?? undefined } : value;
}

/** The base with the edit made. */
export function edited({ base, find = '', replace = '', lineEnd, fill }: RuleCase): Buffer {
  const octets = fixture(`base/${base}.eml`);
  const start = octets.indexOf(find);
  if (start === -1) throw new Error(`${base} does not hold ${JSON.stringify(find)}`);
  const after = octets.subarray(start + Buffer.byteLength(find));
  const message = Buffer.concat([octets.subarray(0, start), Buffer.from(replace), after]);
  if (lineEnd !== undefined)
    return Buffer.from(message.toString('latin1').replaceAll('\r\n', lineEnd), 'latin1');
  return fill === undefined ? message : filled(message, fill);
}

/** The message brought to a size by lines at its end; the last octet is a `z`. */
export function filled(message: Buffer, sizeOctets: number): Buffer {
  const octets = Buffer.alloc(sizeOctets, `${'x'.repeat(76)}\r\n`);
  message.copy(octets);
  octets.fill('z', sizeOctets - 1);
  return octets;
}

/** Where in the edited message the octets at fault stand. */
export function placeOf({ at, after = '', before = '' }: RuleCase, message: Buffer): number {
  const context = Buffer.from(after + at + before);
  const start = message.indexOf(context);
  if (start === -1 || message.indexOf(context, start + 1) !== -1) {
    throw new Error(`not there once: ${JSON.stringify(after + at + before)}`);
  }
  return start + Buffer.byteLength(after);
}
