/** The addresses that stand in the request, and what the carrier's grammar makes of them. */

import type { AddressFault } from '../carrier/address-fault.ts';
import { parseApiRecipient } from '../carrier/address-grammar.ts';
import type { PreflightOptions } from './options.ts';
import type { OptionPlace } from './report.ts';

export interface RequestAddress extends Pick<OptionPlace, 'option' | 'index'> {
  readonly text: string;
  readonly isBlank: boolean;
  readonly faults: readonly AddressFault[];
  /** Who gets the message by it: the members of a group; one if it is faulty. */
  readonly recipientCount: number;
}

const BLANK = /^[\x00-\x20]*$/;

/** Those of the lists before the single ones, each in the order given. */
export function requestAddresses(options: PreflightOptions): readonly RequestAddress[] {
  const lists = (['destinations', 'replyToAddresses'] as const).flatMap((option) =>
    (options[option] ?? []).map((text, index) => judged({ option, index }, text)),
  );
  const single = (['source', 'fromEmailAddress', 'feedbackForwarding'] as const).flatMap(
    (option) => {
      const text = options[option];
      return text === undefined ? [] : [judged({ option }, text)];
    },
  );
  return [...lists, ...single];
}

/** Parsed as it is typed, not as octets, so that offsets count characters. */
function judged(place: Pick<OptionPlace, 'option' | 'index'>, text: string): RequestAddress {
  const { faults, mailboxes } = parseApiRecipient(text);
  return {
    ...place,
    text,
    isBlank: BLANK.test(text),
    faults,
    recipientCount: faults.length > 0 ? 1 : mailboxes.length,
  };
}
