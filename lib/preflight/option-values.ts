/** The values of preflight's options, each held to its type and copied. */

import {
  choiceArgument,
  missing,
  recordArgument,
  stringArgument,
  wrongType,
} from '../arguments.ts';
import type { SendingQuota } from '../carrier/sending-quota.ts';
import type { SesOptions } from '../carrier/ses-options.ts';
import { MimewrightError, quoted } from '../errors.ts';
import type { Severity } from './severity.ts';

const SEVERITY_OR_OFF = ['error', 'warning', 'info', 'off'] as const;

/** A copy of a list of strings, blank or not: what is wrong with their content is a finding. */
export function checkTexts(what: string, value: unknown): readonly string[] {
  if (value === undefined || value === null) throw missing(what, value);
  if (!Array.isArray(value)) throw wrongType(what, value, 'a list of strings');
  // By index, for a list may have an iterator and an `entries` of its own.
  return Array.from({ length: value.length }, (_, at) =>
    stringArgument(`${what}[${at}]`, value[at]),
  );
}

/** Where the keys of signatures come from; asked for each signature, and not for mail without one. */
export interface DkimKeys {
  /** The record of `SELECTOR._domainkey.DOMAIN`, its strings joined, or a PEM; undefined for none. */
  readonly key: (domain: string, selector: string) => string | undefined;
}

/** A record with one function, which is asked once for each signature. */
export function dkimRecord(what: string, value: unknown): DkimKeys {
  const key = recordArgument(what, value, ['key']).get('key');
  if (!isKeyOf(key)) throw wrongType(`${what}.key`, key, 'a function');
  return { key };
}

function isKeyOf(value: unknown): value is DkimKeys['key'] {
  return typeof value === 'function';
}

/** Strings by name. */
export function textRecord(what: string, value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from(recordArgument(what, value), ([name, text]) => [
      name,
      stringArgument(`${what}.${name}`, text),
    ]),
  );
}

export function listManagementRecord(
  what: string,
  value: unknown,
): NonNullable<SesOptions['listManagement']> {
  const members = recordArgument(what, value, ['contactList', 'topic']);
  const contactList = stringArgument(`${what}.contactList`, members.get('contactList'));
  if (!members.has('topic')) return { contactList };
  return { contactList, topic: stringArgument(`${what}.topic`, members.get('topic')) };
}

export function severityRecord(
  what: string,
  value: unknown,
): Readonly<Record<string, Severity | 'off'>> {
  return Object.fromEntries(
    Array.from(recordArgument(what, value), ([rule, severity]) => [
      rule,
      choiceArgument(`${what}[${quoted(rule)}]`, severity, SEVERITY_OR_OFF),
    ]),
  );
}

/** Numbers of an account; -1 stands for no limit of 24 hours. */
export function quotaRecord(what: string, value: unknown): SendingQuota {
  const members = recordArgument(what, value, ['max24HourSend', 'sentLast24Hours', 'maxSendRate']);
  const max24HourSend = amount(`${what}.max24HourSend`, members.get('max24HourSend'), -1);
  const sentLast24Hours = amount(`${what}.sentLast24Hours`, members.get('sentLast24Hours'), 0);
  if (!members.has('maxSendRate')) return { max24HourSend, sentLast24Hours };
  const maxSendRate = amount(`${what}.maxSendRate`, members.get('maxSendRate'), 0);
  if (maxSendRate > 0) return { max24HourSend, sentLast24Hours, maxSendRate };
  throw new MimewrightError('option-invalid', `${what}.maxSendRate: 0 sends nothing`);
}

function amount(what: string, value: unknown, least: number): number {
  if (value === undefined || value === null) throw missing(what, value);
  if (typeof value !== 'number') throw wrongType(what, value, 'a number');
  if (Number.isFinite(value) && (value >= 0 || value === least)) return value;
  const allowed = least < 0 ? '0 and more, or -1 for no limit' : '0 and more';
  throw new MimewrightError('option-invalid', `${what}: ${value}; allowed is ${allowed}`);
}
