/** Mailboxes and groups: RFC 5322 §3.4. */

declare const addrSpec: unique symbol;

/**
 * `local@domain` as it goes on the wire: ASCII, the domain as A-labels in lower case.
 *
 * Minted by `parseAddrSpec` alone.
 */
export type AddrSpec = string & { readonly [addrSpec]: true };

export interface Mailbox {
  readonly kind: 'mailbox';
  readonly name?: string;
  readonly address: AddrSpec;
}

/** A named list of mailboxes; it may be empty. */
export interface Group {
  readonly kind: 'group';
  readonly name: string;
  readonly members: readonly Mailbox[];
}

export type Address = Mailbox | Group;
