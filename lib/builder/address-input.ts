/** Mailboxes as callers pass them, made into values: RFC 5322 §3.4. */

import { missing, stringArgument, textArgument, wrongType } from '../arguments.ts';
import { MimewrightError, naming, quoted } from '../errors.ts';
import { parseAddrSpec } from '../header/addr-spec.ts';
import { parseAddresses, parseMailbox } from '../header/address-parsing.ts';
import { checkFieldText } from '../header/field-text.ts';
import type { Address, Group, Mailbox } from '../model/mailbox.ts';
import { membersOf } from './members.ts';

/** One mailbox. @throws {MimewrightError} `address-syntax` and kin, naming the field. */
export function mailboxFrom(input: unknown, what: string): Mailbox {
  if (typeof input === 'string') return parseMailbox(textArgument(what, input), what);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw wrongInput(what, input);
  }
  if (isGroup(input)) {
    throw new MimewrightError('address-syntax', `${what} takes mailboxes, not a group`);
  }
  const members = membersOf(what, input, ['name', 'address']);
  const typedName = members.get('name');
  const name = typedName === undefined ? '' : stringArgument(`${what}.name`, typedName);
  checkFieldText(name, `${what}.name`, 'address-syntax');
  const address = bareAddress(members.get('address'), `${what}.address`);
  return Object.freeze(
    name === '' ? { kind: 'mailbox', address } : { kind: 'mailbox', name, address },
  );
}

/** Addresses, and behind them those that a caller adds; a string may hold a list. */
export function withAdded(
  addresses: readonly Address[],
  inputs: readonly unknown[],
  what: string,
): readonly Address[] {
  const all = [...addresses];
  for (const input of inputs) {
    if (typeof input === 'string') {
      for (const address of parseAddresses(textArgument(what, input), what)) all.push(address);
    } else {
      all.push(isGroup(input) ? groupFrom(input, what) : mailboxFrom(input, what));
    }
  }
  return all;
}

function isGroup(input: unknown): input is object {
  return typeof input === 'object' && input !== null && Object.hasOwn(input, 'group');
}

function groupFrom(input: object, what: string): Group {
  const record = membersOf(what, input, ['group', 'members']);
  const name = checkFieldText(
    textArgument(`${what}.group`, record.get('group')),
    `${what}.group`,
    'address-syntax',
  );
  const members: unknown = record.get('members');
  if (!Array.isArray(members)) {
    throw new MimewrightError('value-type', `${what}.members is not a list: ${quoted(members)}`);
  }
  return Object.freeze({
    kind: 'group',
    name,
    members: Array.from(members, (member: unknown) => mailboxFrom(member, `${what}.members`)),
  });
}

function wrongInput(what: string, input: unknown): MimewrightError {
  if (input === undefined || input === null) return missing(what, input);
  const hint = Array.isArray(input) ? '; spread a list: …list' : '';
  return wrongType(what, input, `a string or { name, address }${hint}`);
}

function bareAddress(value: unknown, what: string): Mailbox['address'] {
  const text = checkFieldText(textArgument(what, value), what, 'address-syntax');
  return naming(what, () => parseAddrSpec(text));
}
