/** Faults of an address that are really those of a display name with an unquoted comma or colon. */

import type { AddressCause, AddressFault } from './address-fault.ts';
import type { AddressElement } from './address-walk.ts';

/**
 * Elements that are the first words of a display name: `Doe` in `Doe, Ann <ann@example.com>`.
 *
 * Such a one holds no `@`, and only such ones stand between it and a named angle address.
 */
export function nameFragments(
  body: string,
  elements: readonly AddressElement[],
): ReadonlySet<AddressElement> {
  const fragments = new Set<AddressElement>();
  let isNameNext = false;
  for (const element of elements.toReversed()) {
    if (isNameNext && isFragment(body, element)) fragments.add(element);
    else isNameNext = element.displayName !== undefined;
  }
  return fragments;
}

function isFragment(body: string, { address, angle, colon, comma }: AddressElement): boolean {
  const isBare = angle === undefined && colon === undefined && comma !== undefined;
  return isBare && !body.slice(address.start, address.end).includes('@');
}

/** Causes that a piece of a display name has when it is tested as an address. */
const rubble: readonly AddressCause[] = [
  'domain-character',
  'domain-control',
  'domain-non-ascii',
  'local-part-character',
  'local-part-control',
  'local-part-non-ascii',
  'missing-at',
];

/** The same fault with the cause, and at the octets, where the author has to mend it. */
export function blame(
  fault: AddressFault,
  { whole, comma, colon, angle, hasMemberComma }: AddressElement,
  { isFragment }: { readonly isFragment: boolean },
): AddressFault {
  if (!rubble.includes(fault.cause)) return fault;
  if (isFragment && comma !== undefined) {
    return moved(fault, 'display-name-special', { start: whole.start, end: comma + 1 });
  }
  if (colon === undefined) return fault;
  const at = { start: colon, end: colon + 1 };
  if (hasMemberComma) return moved(fault, 'group-unclosed', at);
  const isNamed = angle !== undefined && angle > colon;
  return isNamed ? moved(fault, 'display-name-special', at) : fault;
}

function moved(
  { text }: AddressFault,
  cause: AddressCause,
  at: { readonly start: number; readonly end: number },
): AddressFault {
  return Object.freeze({ cause, text, ...at });
}
