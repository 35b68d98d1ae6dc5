/** Header fields as values, told apart by their grammar: RFC 5322 §3.6, RFC 2369. */

import type { Address } from './mailbox.ts';

declare const msgId: unique symbol;
declare const uri: unique symbol;

/** `left@right` without angles. Minted by `parseMsgIds` alone. */
export type MsgId = string & { readonly [msgId]: true };

/** An absolute URI in ASCII, without blanks or angles. Minted by `parseUri` alone. */
export type Uri = string & { readonly [uri]: true };

/**
 * A field of the header section.
 *
 * `tokens` are written as they are and may be folded between; a `finished` body is the caller's,
 * already 7-bit, and may be folded at its blanks.
 */
export type Field = { readonly name: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'addresses'; readonly addresses: readonly Address[] }
  | { readonly kind: 'msg-ids'; readonly ids: readonly MsgId[] }
  | { readonly kind: 'date'; readonly date: Date }
  | { readonly kind: 'uris'; readonly uris: readonly Uri[] }
  | { readonly kind: 'list-id'; readonly phrase?: string; readonly id: string }
  | { readonly kind: 'tokens'; readonly tokens: readonly string[] }
  | { readonly kind: 'finished'; readonly body: string }
);
