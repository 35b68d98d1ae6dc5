/** Mailboxes as SES reads them, of the message's fields and of the request, each with its place. */

import { parseApiRecipient } from '../../../carrier/address-grammar.ts';
import type { AddressMailbox } from '../../../carrier/address-verdict.ts';
import { textOfOctets } from '../../../header/octet-text.ts';
import type { AddressField } from '../../address-field.ts';
import type { MessageFacts } from '../../facts.ts';
import type { OptionPlace } from '../../report.ts';
import type { RequestAddress } from '../../request-addresses.ts';
import type { Site } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';

export interface PlacedMailbox {
  /** The addr-spec, quotes and escapes as written. */
  readonly address: string;
  /** With its display name, as written. */
  readonly written: string;
  /** The field's name, as written, or that of the option. */
  readonly source: string;
  /** Of the addr-spec. */
  readonly place: Site | OptionPlace;
}

/** Those of the fields of that name, members of groups too; faulty ones and placeholders left out. */
export function fieldMailboxes(facts: MessageFacts, lowerName: string): readonly PlacedMailbox[] {
  if (facts.fieldsNamed(lowerName).length === 0) return [];
  return facts.addressFields
    .filter(({ field }) => field.lowerName === lowerName)
    .flatMap((field) => mailboxesOf(facts, field));
}

/** Those of one option of the request. */
export function requestMailboxes(
  facts: MessageFacts,
  option: OptionPlace['option'],
): readonly PlacedMailbox[] {
  return facts.requestAddresses
    .filter(({ place }) => place.option === option)
    .flatMap((address) => mailboxesOfRequest(facts, address));
}

/** Who gets the message: those whom the request names, else those of To, Cc and Bcc, in order. */
export function effectiveRecipients(facts: MessageFacts): readonly PlacedMailbox[] {
  if (facts.destinations !== undefined) return requestMailboxes(facts, 'destinations');
  return facts.addressFields
    .filter(({ namesRecipients }) => namesRecipients)
    .flatMap((field) => mailboxesOf(facts, field));
}

function mailboxesOf(
  facts: MessageFacts,
  { field, text, verdict }: AddressField,
): readonly PlacedMailbox[] {
  const placeOf = ({ addrSpec }: AddressMailbox): Site => ({
    ...field.spanOf(addrSpec),
    entity: facts.root,
    field,
  });
  const mailboxes = verdict.mailboxes.map((mailbox) => ({
    address: mailbox.address,
    written: textOfOctets(text.slice(mailbox.start, mailbox.end)),
    source: field.name,
    place: placeOf(mailbox),
  }));
  return withoutPlaceholders(facts, mailboxes);
}

function mailboxesOfRequest(
  facts: MessageFacts,
  { place, text }: RequestAddress,
): readonly PlacedMailbox[] {
  const mailboxes = parseApiRecipient(text).mailboxes.map((mailbox) => ({
    address: mailbox.address,
    written: text.slice(mailbox.start, mailbox.end),
    source: place.option,
    place: { ...place, start: mailbox.addrSpec.start, end: mailbox.addrSpec.end },
  }));
  return withoutPlaceholders(facts, mailboxes);
}

function withoutPlaceholders(
  { options }: MessageFacts,
  mailboxes: readonly PlacedMailbox[],
): readonly PlacedMailbox[] {
  if (options.template !== true) return mailboxes;
  return mailboxes.filter(({ written }) => !holdsPlaceholder(written));
}
