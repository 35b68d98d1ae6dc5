/** What is wrong with a request itself. */

import { tagValueFault } from '../carrier/tag.ts';
import { quoted } from '../errors.ts';
import { firstNonAscii } from '../octets/line-scan.ts';
import type { MessagePlace, OptionPlace, Report, SesAnswer } from '../preflight/report.ts';
import type { RuleInfo } from '../preflight/rule.ts';
import { rawDataRule } from '../preflight/rules/ses/raw-data.ts';
import { type RequestReading, type SendEmailReading, tagsOf } from './read-request.ts';
import {
  contentChoice,
  memberUnknown,
  rawDataString,
  tagRepeated,
  tagValueRules,
} from './request-rules.ts';
import { strangerPlace, strangerText } from './stranger.ts';

/** A finding before its severity is known. */
export interface RequestFault {
  readonly rule: RuleInfo;
  readonly message: string;
  readonly at: MessagePlace | OptionPlace;
  readonly ses?: SesAnswer;
}

const APIS = { 'ses-v1': 'SendRawEmail', 'ses-v2': 'SendEmail' } as const;

/** SES said so to a string, which a client of 2022 had sent as other octets. */
const EMPTY_NAMES: SesAnswer = {
  text: 'Empty header names are illegal.',
  refuses: false,
  evidence: 'observed',
};

/** The faults of the members, in no order. */
export function memberFaults(reading: RequestReading): readonly RequestFault[] {
  const unknown = reading.strangers.map((stranger) => ({
    rule: memberUnknown,
    message: `the client leaves it out: ${strangerText(stranger, APIS[reading.profile])}`,
    at: strangerPlace(stranger),
  }));
  const otherContent = reading.profile === 'ses-v2' ? contentFaults(reading) : [];
  return [...unknown, ...otherContent, ...tagFaults(reading)];
}

/** The fault of data that is a string; one that is no message either has that fault alone. */
export function dataFaults(
  data: Buffer | string,
  octets: Buffer,
  { findings }: Report,
): readonly RequestFault[] {
  if (typeof data !== 'string' || findings.some(({ rule }) => rule === rawDataRule.id)) return [];
  const at = { in: 'message', start: 0, end: octets.length, line: 1, column: 1 } as const;
  return [{ rule: rawDataString, message: stringText(octets), at, ses: EMPTY_NAMES }];
}

function stringText(octets: Buffer): string {
  const isAscii = firstNonAscii(octets) === undefined;
  const outcome = isAscii ? 'clients of today send as it is' : 'clients of today send as UTF-8';
  return `the data is a string, which ${outcome} and older ones garble`;
}

function contentFaults({ otherContent }: SendEmailReading): readonly RequestFault[] {
  return otherContent.map((name) => ({
    rule: contentChoice,
    message: `Content has ${name} beside Raw, and may have one of them`,
    at: { in: 'option', option: 'profile', start: 0, end: 0 },
  }));
}

function tagFaults(reading: RequestReading): readonly RequestFault[] {
  if (tagRepeated === undefined) return [];
  const seen = new Set<string>();
  const faults: RequestFault[] = [];
  for (const [index, { Name: name = '', Value: value = '' }] of tagsOf(reading).entries()) {
    const at = { in: 'option', option: 'tags', index, start: 0, end: name.length } as const;
    const message = `the tag ${quoted(name)} stands in the list again`;
    if (seen.has(name))
      faults.push({ rule: tagRepeated, message, at }, ...valueFaults(index, name, value));
    seen.add(name);
  }
  return faults;
}

/** Of a tag that is named again: of the first one `preflight` tells. */
function valueFaults(index: number, name: string, value: string): readonly RequestFault[] {
  const fault = tagValueFault(value);
  const rule = fault && tagValueRules[fault.cause];
  if (fault === undefined || rule === undefined) return [];
  const from = name.length + 1;
  const start = from + fault.start;
  const end = from + fault.end;
  return [
    {
      rule,
      message: `no value of a tag: ${quoted(value)}, of ${quoted(name)}`,
      at: { in: 'option', option: 'tags', index, start, end },
      ses: { text: fault.text, refuses: true, evidence: 'observed' },
    },
  ];
}
