/** Mailboxes and groups as field bodies: RFC 5322 §3.4. */

import type { Address, Mailbox } from '../model/mailbox.ts';
import { encodedPhrase, formatPhrase } from './phrase.ts';

/** Formats a list of addresses. @returns Pieces for `foldField`; a fold never cuts an addr-spec. */
export function formatAddresses(fieldName: string, addresses: readonly Address[]): string[] {
  const pieces: string[] = [];
  for (const address of addresses) {
    if (pieces.length > 0) suffixLast(pieces, ',');
    if (address.kind === 'group') addGroup(pieces, fieldName, address);
    else addMailbox(pieces, fieldName, address);
  }
  return pieces;
}

function addGroup(
  pieces: string[],
  fieldName: string,
  { name, members }: Extract<Address, { kind: 'group' }>,
): void {
  // SES reads a quoted colon in the name of a group as the colon that ends it.
  const phrase = name.includes(':')
    ? encodedPhrase(name, fieldName)
    : formatPhrase(name, fieldName);
  pieces.push(...phrase);
  // An encoded-word is separated from a special by a blank: RFC 2047 §5(3).
  if (name !== '' && phrase.some((piece) => piece.startsWith(' =?'))) pieces.push(' :');
  else suffixLast(pieces, ':');
  pieces.push(...formatAddresses(fieldName, members));
  suffixLast(pieces, ';');
}

function addMailbox(pieces: string[], fieldName: string, { name, address }: Mailbox): void {
  if (name === undefined) {
    pieces.push(` ${address}`);
    return;
  }
  for (const piece of formatPhrase(name, fieldName)) pieces.push(piece);
  pieces.push(` <${address}>`);
}

function suffixLast(pieces: string[], suffix: string): void {
  pieces.push((pieces.pop() ?? '') + suffix);
}
