/** Mailboxes and groups as text, both ways, for other senders: RFC 5322 §3.4. */

import { recordArgument, stringArgument, textArgument, wrongType } from '../arguments.ts';
import { naming } from '../errors.ts';
import type { Address, Mailbox } from '../model/mailbox.ts';
import { parseAddrSpec } from './addr-spec.ts';
import { formatAddresses } from './address-format.ts';
import { parseAddresses } from './address-parsing.ts';
import { checkFieldText } from './field-text.ts';

/** A mailbox: a display name of any text, and its addr-spec. */
export interface MailboxParts {
  readonly name?: string;
  readonly address: string;
}

/** A named list of mailboxes; it may be empty. */
export interface GroupParts {
  readonly group: string;
  readonly members: readonly MailboxParts[];
}

/** The first encoded-word of a name may fill a line. */
const NO_FIELD_NAME = '';

/**
 * Formats a mailbox or a group as it stands in `From`, `To` and their like.
 *
 * A display name is written as atoms if it can be, else as a quoted string, else as encoded-words,
 * never two of them; no name adds or changes an address. The domain becomes A-labels in lower
 * case, the local part stays as it is but for quotes that it does not need.
 *
 * @returns ASCII on one line: `name <address>`, `address` where the name is absent or '', or
 *   `group: members;`. Joined by `', '`, several are a body for {@link foldField}.
 * @throws {MimewrightError} `address-syntax`, `address-not-sendable` (a local part outside ASCII) or
 *   `domain-syntax`; `ill-formed-text` when a surrogate stands alone in a name; `value-missing`,
 *   `value-type` or `option-invalid` for what is no mailbox.
 * @see RFC 5322 §3.4; RFC 2047 §5(3); RFC 5890 §2.3.2.1
 * @example
 * formatMailbox({ name: 'Doe, Ann', address: 'ann@bücher.example' });
 * // '"Doe, Ann" <ann@xn--bcher-kva.example>'
 */
export function formatMailbox(mailbox: MailboxParts | GroupParts): string {
  return formatAddresses(NO_FIELD_NAME, [addressOf(mailbox)])
    .join('')
    .slice(1);
}

/**
 * Parses a list of mailboxes and groups as people type them, separated by commas; strictly, as the
 * builder does. Foreign mail is for `read`, which forgives.
 *
 * Specials in a display name are quoted, other characters need not be. What reads like a comment is
 * refused, for nothing that was typed is dropped. Names stay as typed: {@link decodeEncodedWords} tells
 * what an encoded one says.
 *
 * @param text 1,000,000 characters at most.
 * @returns At least one, in order; addresses as {@link formatMailbox} writes them.
 * @throws {MimewrightError} `address-syntax`, `address-not-sendable`, `domain-syntax` or
 *   `ill-formed-text`; `value-missing` or `value-type` when it is no text.
 * @see RFC 5322 §3.4
 * @example
 * parseMailboxes('Zoë <zoe@bücher.example>, "Team": ann@example.com;');
 * // [{ name: 'Zoë', address: 'zoe@xn--bcher-kva.example' },
 * //  { group: 'Team', members: [{ address: 'ann@example.com' }] }]
 */
export function parseMailboxes(text: string): readonly (MailboxParts | GroupParts)[] {
  return parseAddresses(textArgument('text', text), 'text').map((address) =>
    address.kind === 'group'
      ? { group: address.name, members: address.members.map(partsOf) }
      : partsOf(address),
  );
}

function partsOf({ name, address }: Mailbox): MailboxParts {
  return name === undefined ? { address } : { name, address };
}

function addressOf(input: unknown): Address {
  const isGroup = typeof input === 'object' && input !== null && Object.hasOwn(input, 'group');
  if (!isGroup) return mailboxOfParts('mailbox', input);
  const parts = recordArgument('mailbox', input, ['group', 'members']);
  const name = textArgument('mailbox.group', parts.get('group'));
  const members: unknown = parts.get('members');
  if (!Array.isArray(members)) throw wrongType('mailbox.members', members, 'a list');
  return {
    kind: 'group',
    name: checkFieldText(name, 'mailbox.group', 'address-syntax'),
    members: Array.from(members, (member: unknown, at) =>
      mailboxOfParts(`mailbox.members[${at}]`, member),
    ),
  };
}

/**
 * A mailbox from its parts, as callers give them.
 *
 * @param what Names it in errors.
 * @throws {MimewrightError} as {@link formatMailbox}.
 */
export function mailboxOfParts(what: string, input: unknown): Mailbox {
  const parts = recordArgument(what, input, ['name', 'address']);
  const name = parts.has('name') ? stringArgument(`${what}.name`, parts.get('name')) : '';
  checkFieldText(name, `${what}.name`, 'address-syntax');
  const text = textArgument(`${what}.address`, parts.get('address'));
  checkFieldText(text, `${what}.address`, 'address-syntax');
  const address = naming(`${what}.address`, () => parseAddrSpec(text));
  return name === '' ? { kind: 'mailbox', address } : { kind: 'mailbox', name, address };
}
