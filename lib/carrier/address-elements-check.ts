/** The tests that SES makes of every address in a list, in the order in which it speaks of them. */

import type { Span } from '../octets/span.ts';
import { checkAddrSpec } from './addr-spec-check.ts';
import { trimmed } from './address-delimiters.ts';
import { type AddressFault, addressFault } from './address-fault.ts';
import type { AddressGroup, AddressMailbox } from './address-verdict.ts';
import { type AddressElement, type AddressWalk, walkAddresses } from './address-walk.ts';
import { blame, nameFragments } from './display-name-fault.ts';

export interface ElementsCheck {
  readonly mailboxes: readonly AddressMailbox[];
  readonly groups: readonly AddressGroup[];
  /** Noticed from left to right while the list is parsed; what ended the walk comes last. */
  readonly early: readonly AddressFault[];
  /** Noticed from left to right once the list is parsed. */
  readonly late: readonly AddressFault[];
}

/** Tests the elements of a field, and the members of its groups. */
export function checkElements(body: string, walk: AddressWalk): ElementsCheck {
  return checkWith(body, walk, { isInGroup: false, group: checkGroup });
}

/** A check that is being written. */
interface Findings {
  readonly mailboxes: AddressMailbox[];
  readonly groups: AddressGroup[];
  readonly early: AddressFault[];
  readonly late: AddressFault[];
}

interface Place {
  readonly isInGroup: boolean;
  /** What to do with a closed group there. */
  readonly group: (body: string, element: AddressElement, findings: Findings) => void;
}

interface ElementPlace {
  readonly findings: Findings;
  readonly isFragment: boolean;
  readonly isInGroup: boolean;
}

function checkWith(body: string, walk: AddressWalk, place: Place): ElementsCheck {
  const findings: Findings = { mailboxes: [], groups: [], early: [], late: [] };
  const fragments = nameFragments(body, walk.elements);
  for (const element of walk.elements) {
    const isFragment = fragments.has(element);
    if (element.isGroup) place.group(body, element, findings);
    else checkElement(body, element, { findings, isFragment, isInGroup: place.isInGroup });
  }
  if (walk.fault !== undefined) findings.early.push(walk.fault);
  return findings;
}

function checkElement(body: string, element: AddressElement, place: ElementPlace): void {
  const { findings, isFragment, isInGroup } = place;
  const { address, angle } = element;
  const text = body.slice(address.start, address.end);
  const check = checkAddrSpec(text, address.start, { isAngle: angle !== undefined });
  const { early, late, routeOctets } = check;
  if (early !== undefined) findings.early.push(blame(early, element, { isFragment }));
  else if (late !== undefined) findings.late.push(blame(late, element, { isFragment }));
  else findings.mailboxes.push(mailbox(body, element, { isInGroup, routeOctets }));
}

function mailbox(
  body: string,
  { whole, address: { start, end }, displayName }: AddressElement,
  { isInGroup, routeOctets }: { readonly isInGroup: boolean; readonly routeOctets: number },
): AddressMailbox {
  const addrSpec = Object.freeze({ start: start + routeOctets, end });
  return Object.freeze({
    start: whole.start,
    end: whole.end,
    displayName,
    route: routeOctets === 0 ? undefined : Object.freeze({ start, end: addrSpec.start }),
    addrSpec,
    address: body.slice(addrSpec.start, end),
    isInGroup,
  });
}

/**
 * QUIRK: SES reads as members what stands behind the first colon, even if that one is in a quoted
 * display name; and a group that begins with its colon is no group to it but a bad address.
 */
function checkGroup(body: string, { whole, address }: AddressElement, findings: Findings): void {
  const colon = body.indexOf(':', address.start);
  if (colon === address.start) {
    findings.late.push(namelessGroup(colon));
    return;
  }
  const displayName = trimmed(body, { start: address.start, end: colon });
  findings.groups.push(Object.freeze({ start: whole.start, end: whole.end, displayName }));
  const list: Span = { start: colon + 1, end: address.end - 1 };
  const members = checkWith(body, walkAddresses(body, list), {
    isInGroup: true,
    group: nestedGroup,
  });
  for (const found of members.mailboxes) findings.mailboxes.push(found);
  for (const fault of members.early) findings.late.push(fault);
  for (const fault of members.late) findings.late.push(fault);
}

function namelessGroup(colon: number): AddressFault {
  const text = 'Local address contains illegal character';
  return addressFault('local-part-character', text, colon, colon + 1);
}

/**
 * QUIRK: a group within a group gets past SES's walk only where comments and escapes hide its colon
 * from the outer one. Here that is refused, so that time stays linear however often it is done.
 */
function nestedGroup(
  _body: string,
  { address, colon = address.start }: AddressElement,
  findings: Findings,
): void {
  findings.late.push(addressFault('nested-group', 'Nested group', colon, colon + 1));
}
