/** What SES makes of an address field: mailboxes, groups and faults, with their octets. */

import type { Span } from '../octets/span.ts';
import type { AddressFault } from './address-fault.ts';

/** One mailbox that SES takes. */
export interface AddressMailbox extends Span {
  readonly displayName: Span | undefined;
  /** A source route, as in `<@host:user@host>`, with its colon. */
  readonly route: Span | undefined;
  readonly addrSpec: Span;
  /** The octets of the addr-spec, quotes and escapes as written. */
  readonly address: string;
  readonly isInGroup: boolean;
}

/** One group, with its semicolon; its members stand among the mailboxes. */
export interface AddressGroup extends Span {
  readonly displayName: Span;
}

/** What SES makes of one address field, or of one recipient of a request. Frozen plain data. */
export interface AddressVerdict {
  /** In order, members of groups included; those at fault are left out. */
  readonly mailboxes: readonly AddressMailbox[];
  readonly groups: readonly AddressGroup[];
  /**
   * Empty when SES takes the field. Otherwise the first is what SES says, and the others are what
   * it would say once those before are mended, at most one for each address. A fault of the list
   * itself, such as an unclosed quote, hides what stands to the right of it.
   */
  readonly faults: readonly AddressFault[];
}
