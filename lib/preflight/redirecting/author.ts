/** Who wrote a message: the From field, as far as it can be read. */

import { parseAddressList } from '../../header/address-list-parsing.ts';
import { decodeEncodedWords } from '../../header/encoded-word-decoding.ts';
import type { ParsedAddress, ParsedMailbox } from '../../header/parsed-address.ts';
import type { Mailbox } from '../../model/mailbox.ts';
import type { Entity } from '../../reader/entity.ts';
import type { HeaderField } from '../../reader/header-field.ts';
import { fieldText, mailboxesOf, sendableAddresses } from './addresses.ts';

export interface Author {
  /** What readers shall show of the author; undefined where nothing can be read. */
  readonly name: string | undefined;
  /** Where replies can go; all authors, in order. */
  readonly mailboxes: readonly Mailbox[];
}

/** The author by the first From field that names one. */
export function authorOf(root: Entity): Author {
  const fields = root.fieldsNamed('from').map(addressesIn);
  const addresses = fields.find(isSomebody) ?? fields[0] ?? [];
  const name = nameOf(addresses[0]);
  return {
    name: name === '' ? undefined : name,
    mailboxes: mailboxesOf(sendableAddresses(addresses)),
  };
}

/** The addresses of a field; of one that is encoded as a whole, those that it says. */
function addressesIn(field: HeaderField): readonly ParsedAddress[] {
  const written = field.addresses;
  if (isSomebody(written) || !field.unfolded().includes('=?')) return written;
  const said = decodeEncodedWords(field.unfolded());
  const { addresses } = parseAddressList(Buffer.from(said).toString('latin1'));
  return isSomebody(addresses) ? addresses : written;
}

function isSomebody(addresses: readonly ParsedAddress[]): boolean {
  return mailboxesOf(sendableAddresses(addresses)).length > 0;
}

/** A group that is in From is mostly a name with a colon outside quotes: `DEBUG: Ann <a@b>`. */
function nameOf(address: ParsedAddress | undefined): string {
  if (address === undefined) return '';
  if (address.kind === 'mailbox') return mailboxName(address);
  const [member] = address.members;
  const name = member?.name ?? '';
  return fieldText(name === '' ? address.name : `${address.name}: ${name}`);
}

/**
 * The name, or that in a comment, as old mail has it; of the nameless the local part, for filters
 * hold an address in the name of another one against the sender.
 */
function mailboxName({ name, comment, address, localPart }: ParsedMailbox): string {
  const said = fieldText(name ?? comment ?? '');
  const isAddress = said.toLowerCase() === address.toLowerCase();
  return said === '' || isAddress ? fieldText(localPart) : said;
}
