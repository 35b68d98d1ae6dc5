/** Mailboxes and groups as field bodies: RFC 5322 §3.4. */

import type { Address, Mailbox } from '../model/mailbox.ts';
import { encodedPhrase, formatPhrase } from './phrase.ts';

/** Formats a list of addresses. @returns Pieces for `foldField`; a fold never cuts an addr-spec. */
export function formatAddresses(fieldName: string, addresses: readonly Address[]): string[] {
  return separated(
    addresses.map((address) =>
      address.kind === 'group'
        ? formatGroup(fieldName, address)
        : formatMailbox(fieldName, address),
    ),
  );
}

function formatGroup(
  fieldName: string,
  { name, members }: Extract<Address, { kind: 'group' }>,
): string[] {
  // SES reads a quoted colon in the name of a group as the colon that ends it.
  const phrase = name.includes(':')
    ? encodedPhrase(name, fieldName)
    : formatPhrase(name, fieldName);
  // An encoded-word is separated from a special by a blank: RFC 2047 §5(3).
  const start =
    name !== '' && phrase.some((piece) => piece.startsWith(' =?'))
      ? [...phrase, ' :']
      : withSuffix(phrase, ':');
  const list = separated(members.map((member) => formatMailbox(fieldName, member)));
  return withSuffix([...start, ...list], ';');
}

function formatMailbox(fieldName: string, { name, address }: Mailbox): string[] {
  if (name === undefined) return [` ${address}`];
  return [...formatPhrase(name, fieldName), ` <${address}>`];
}

/** Joins lists of pieces with a comma behind each but the last. */
function separated(lists: readonly (readonly string[])[]): string[] {
  return lists.flatMap((pieces, at) => (at + 1 < lists.length ? withSuffix(pieces, ',') : pieces));
}

function withSuffix(pieces: readonly string[], suffix: string): string[] {
  return pieces.map((piece, at) => (at + 1 < pieces.length ? piece : piece + suffix));
}
