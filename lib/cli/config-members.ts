/** What a configuration may say, member by member; `config.schema.json` says the same. */

import { type PreflightOptions, preflight } from '../index.ts';
import { asUsage } from './bad-call.ts';
import { oneOf } from './choice.ts';
import { type Exception, type Exceptions, idsOf } from './exceptions.ts';
import { LEVELS } from './threshold.ts';
import { UsageError } from './usage-error.ts';

export interface Config {
  /** Options of preflight. */
  readonly preflight: PreflightOptions;
  readonly failOn?: string;
  readonly maxWarnings?: number;
  readonly exceptions: Exceptions;
}

/** What holds where there is no configuration. */
export function noConfig(folder: string): Config {
  return { preflight: {}, exceptions: { folder, list: [] } };
}

/** Members that are preflight's; what needs a function or a Date has no place in JSON. */
export const preflightMembers: readonly string[] = Object.keys({
  profile: true,
  only: true,
  severity: true,
  template: true,
  kind: true,
  destinations: true,
  source: true,
  fromEmailAddress: true,
  replyToAddresses: true,
  feedbackForwarding: true,
  configurationSet: true,
  tags: true,
  tenant: true,
  sourceArn: true,
  fromArn: true,
  returnPathArn: true,
  listManagement: true,
  endpointId: true,
  region: true,
  identities: true,
  sandbox: true,
  tracking: true,
  quota: true,
} satisfies Readonly<Record<Exclude<keyof PreflightOptions, 'dkim' | 'now'>, true>>);

const OWN = ['$schema', 'failOn', 'maxWarnings', 'exceptions'];
const EXCEPTION = ['rule', 'files', 'reason'];

/**
 * @param what The name of the file, to start complaints with.
 * @param folder Where it lies: the files of exceptions are named from there.
 * @throws {UsageError} for what it may not say.
 */
export function configIn(what: string, value: unknown, folder: string): Config {
  const members = membersOf(what, value, [...OWN, ...preflightMembers]);
  const failOn = members.get('failOn');
  const maxWarnings = members.get('maxWarnings');
  const own = [...members].filter(([name]) => preflightMembers.includes(name));
  const options: PreflightOptions = Object.fromEntries(own);
  if (own.length > 0) asUsage(() => preflight(new Uint8Array(), options), what);
  if (failOn !== undefined) oneOf(`${what}: failOn`, failOn, LEVELS);
  return {
    preflight: options,
    ...(typeof failOn === 'string' && { failOn }),
    ...(maxWarnings !== undefined && { maxWarnings: countOf(what, maxWarnings) }),
    exceptions: { folder, list: exceptionsIn(what, members.get('exceptions')) },
  };
}

function membersOf(
  what: string,
  value: unknown,
  known: readonly string[],
): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${what}: an object is due`);
  }
  const members = new Map<string, unknown>(Object.entries(value));
  const unknown = [...members.keys()].find((name) => !known.includes(name));
  if (unknown === undefined) return members;
  const name = JSON.stringify(unknown);
  throw new UsageError(`${what}: no member ${name}; allowed are ${known.join(', ')}`);
}

function countOf(what: string, value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new UsageError(`${what}: maxWarnings takes a number from 0 up`);
}

function exceptionsIn(what: string, value: unknown): readonly Exception[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new UsageError(`${what}: exceptions: a list is due`);
  return value.map((one: unknown, at) => exceptionOf(`${what}: exceptions[${at}]`, one));
}

function exceptionOf(what: string, value: unknown): Exception {
  const members = membersOf(what, value, EXCEPTION);
  const rule = members.get('rule');
  const reason = members.get('reason');
  const files = members.get('files');
  if (typeof rule !== 'string' || idsOf(rule).length === 0) {
    const named = JSON.stringify(rule) ?? 'at all';
    throw new UsageError(`${what}: no rule ${named}; mimewright rules lists them`);
  }
  if (typeof reason !== 'string' || reason.trim() === '') {
    throw new UsageError(`${what}: a reason is due`);
  }
  if (files !== undefined && (typeof files !== 'string' || files === '')) {
    throw new UsageError(`${what}: files takes a path or a pattern`);
  }
  return { rule, reason, ...(files !== undefined && { files }) };
}
