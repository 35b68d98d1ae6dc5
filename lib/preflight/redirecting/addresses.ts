/** Mailboxes of foreign mail as SES takes them: RFC 5322 §3.4. */

import { parseApiRecipient } from '../../carrier/address-grammar.ts';
import { sesLimits } from '../../carrier/limits.ts';
import { MimewrightError } from '../../errors.ts';
import { parseAddrSpec } from '../../header/addr-spec.ts';
import { formatAddresses } from '../../header/address-format.ts';
import type { ParsedAddress, ParsedMailbox } from '../../header/parsed-address.ts';
import type { Address, AddrSpec, Group, Mailbox } from '../../model/mailbox.ts';

/** Beside a longer field name, encoded text may need one encoded-word more than it is counted in. */
const WORD_OCTETS = ' =?utf-8?Q?=3F?='.length;
const MAILBOX_OCTETS_MAX = sesLimits['ses-v1'].mailboxOctets.most - WORD_OCTETS;

/** Control characters that no field may hold: C0 without TAB, and DEL. */
const CONTROLS = /[\x00-\x08\x0a-\x1f\x7f]+/g;

/** What stands in To where nobody is left: RFC 5322 §3.4. */
export const UNDISCLOSED: Group = {
  kind: 'group',
  name: 'undisclosed-recipients',
  members: [],
};

/** The addresses that can be sent, in order; groups keep what members they can. */
export function sendableAddresses(addresses: readonly ParsedAddress[]): readonly Address[] {
  return addresses.flatMap((address): readonly Address[] => {
    if (address.kind === 'mailbox') return sendableMailbox(address);
    const members = address.members.flatMap(sendableMailbox);
    const name = fieldText(address.name).slice(0, MAILBOX_OCTETS_MAX);
    return name === '' ? members : [{ kind: 'group', name, members }];
  });
}

/** The mailboxes among them, members of groups too. */
export function mailboxesOf(addresses: readonly Address[]): readonly Mailbox[] {
  return addresses.flatMap((address) => (address.kind === 'group' ? address.members : [address]));
}

/** A mailbox that SES takes: of a name that is too long, as much as there is room for. */
export function namedMailbox(name: string, address: AddrSpec): Mailbox {
  let shown = fieldText(name);
  // Each character takes an octet at least.
  if (shown.length > MAILBOX_OCTETS_MAX) shown = shortened(shown, MAILBOX_OCTETS_MAX);
  while (shown !== '') {
    const mailbox: Mailbox = { kind: 'mailbox', name: shown, address };
    if (writtenOctets(mailbox) <= MAILBOX_OCTETS_MAX) return mailbox;
    shown = shortened(shown, Math.floor(shown.length * 0.9));
  }
  return { kind: 'mailbox', address };
}

/** Text on one line, such as a field can carry; empty where it is blank. */
export function fieldText(text: string): string {
  const line = text.toWellFormed().replace(CONTROLS, ' ');
  return line.trim() === '' ? '' : line;
}

function sendableMailbox({ name, comment, address }: ParsedMailbox): readonly Mailbox[] {
  const addrSpec = sendableAddrSpec(address);
  return addrSpec === undefined ? [] : [namedMailbox(name ?? comment ?? '', addrSpec)];
}

function sendableAddrSpec(address: string): AddrSpec | undefined {
  try {
    const addrSpec = parseAddrSpec(address);
    return parseApiRecipient(addrSpec).faults.length === 0 ? addrSpec : undefined;
  } catch (error) {
    if (error instanceof MimewrightError) return undefined;
    throw error;
  }
}

/** At most so many UTF-16 units, an ellipsis among them; no character is cut in two. */
function shortened(text: string, units: number): string {
  const start = text
    .slice(0, Math.max(0, units - 1))
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
  return start === '' ? '' : `${start}…`;
}

/** As SES counts: name, blank, angles, address. */
function writtenOctets(mailbox: Mailbox): number {
  return formatAddresses('', [mailbox]).join('').length - 1;
}
