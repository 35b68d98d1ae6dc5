/** Address fields and API recipients as SES reads them, with SES's texts for what it refuses. */

import { checkElements, type ElementsCheck } from './address-elements-check.ts';
import { type AddressFault, addressFault } from './address-fault.ts';
import type { AddressVerdict } from './address-verdict.ts';
import { type AddressWalk, walkAddresses } from './address-walk.ts';

/**
 * Reads the body of From, Sender, Reply-To, To, Cc, Bcc or Return-Path as SES does.
 *
 * Total, in linear time. Evidence: inferred, but observed for the texts that public reports quote.
 *
 * @param body Unfolded, one character for each octet, so that offsets count octets.
 */
export function parseAddressField(body: string): AddressVerdict {
  const check = checkElements(body, walkAddresses(body, { start: 0, end: body.length }));
  return verdict(check, [...check.early, ...check.late]);
}

/**
 * Reads one recipient of a request as SES does: it must be one mailbox or one group.
 *
 * Total, in linear time. Evidence: as for {@link parseAddressField}; to a blank entry SES was also
 * seen to say `Invalid email address .`.
 *
 * @param entry One character for each octet, so that offsets count octets.
 */
export function parseApiRecipient(entry: string): AddressVerdict {
  const walk = walkAddresses(entry, { start: 0, end: entry.length });
  const check = checkElements(entry, walk);
  if (walk.fault !== undefined || walk.elements.length === 1) {
    return verdict(check, [...check.early, ...check.late]);
  }
  return verdict(check, [...check.early, ...notSingleFaults(entry, walk, check)]);
}

/** A comma in a display name is one fault, not two: it is told where it stands. */
function notSingleFaults(
  entry: string,
  { elements }: AddressWalk,
  { early, late }: ElementsCheck,
): readonly AddressFault[] {
  if (early.some(({ cause }) => cause === 'display-name-special')) return [];
  const text = 'Illegal address';
  const named = late.find(({ cause }) => cause === 'display-name-special');
  if (named !== undefined) return [addressFault(named.cause, text, named.start, named.end)];
  return [addressFault('not-single', text, elements[1]?.whole.start ?? 0, entry.length)];
}

function verdict(
  { mailboxes, groups }: ElementsCheck,
  faults: readonly AddressFault[],
): AddressVerdict {
  return Object.freeze({
    mailboxes: Object.freeze(mailboxes),
    groups: Object.freeze(groups),
    faults: Object.freeze(faults),
  });
}
