/** The addresses that stand in the request, and what the carrier's grammar makes of them. */

import type { AddressFault } from '../carrier/address-fault.ts';
import { parseApiRecipient } from '../carrier/address-grammar.ts';
import type { Profile } from '../carrier/limits.ts';
import type { PreflightOptions } from './options.ts';
import type { OptionPlace } from './report.ts';

export interface RequestAddress {
  readonly place: Omit<OptionPlace, 'start' | 'end'>;
  readonly text: string;
  readonly isBlank: boolean;
  readonly faults: readonly AddressFault[];
  /** Who gets the message by it: the members of a group; one if it is faulty. */
  readonly recipientCount: number;
}

const BLANK = /^[\x00-\x20]*$/;

const FIELD_PREFIX = /^\s*(?:to|cc|bcc|mailto)\s*:/i;

/** What makes of a faulty address the line of a header field, or a mailto URI. */
export function fieldPrefix({ text, faults }: RequestAddress): string | undefined {
  return faults.length === 0 ? undefined : FIELD_PREFIX.exec(text)?.[0];
}

/** Which members a request has: those of the other API are not looked at. */
const MEMBERS = {
  'ses-v1': { lists: ['destinations'], single: ['source'] },
  'ses-v2': {
    lists: ['destinations', 'replyToAddresses'],
    single: ['fromEmailAddress', 'feedbackForwarding'],
  },
  smtp: { lists: ['destinations'], single: ['source'] },
} as const;

/** Those of the lists before the single ones, each in the order given. */
export function requestAddresses(
  options: PreflightOptions,
  profile: Profile,
): readonly RequestAddress[] {
  const members = MEMBERS[profile];
  const lists = members.lists.flatMap((option) =>
    (options[option] ?? []).map((text, index) => judged({ in: 'option', option, index }, text)),
  );
  const single = members.single.flatMap((option) => {
    const text = options[option];
    return text === undefined ? [] : [judged({ in: 'option', option }, text)];
  });
  return [...lists, ...single];
}

/** Parsed as it was typed, not as octets, so that offsets count characters. */
function judged(place: RequestAddress['place'], text: string): RequestAddress {
  const { faults, mailboxes } = parseApiRecipient(text);
  const recipientCount = faults.length > 0 ? 1 : mailboxes.length;
  return { place, text, isBlank: BLANK.test(text), faults, recipientCount };
}
