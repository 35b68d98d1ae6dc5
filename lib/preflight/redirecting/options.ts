/** What a redirected message is told: whose it becomes, and who gets it. */

import { missing, recordArgument, textArgument, wrongType } from '../../arguments.ts';
import { parseApiRecipient } from '../../carrier/address-grammar.ts';
import { MimewrightError, naming, quoted } from '../../errors.ts';
import { parseAddresses, parseMailbox } from '../../header/address-parsing.ts';
import { checkFieldName } from '../../header/field-name.ts';
import { type MailboxParts, mailboxOfParts } from '../../header/mailbox-text.ts';
import type { Address, AddrSpec, Mailbox } from '../../model/mailbox.ts';

/** As the builder takes them. */
type MailboxInput = string | MailboxParts;
type AddressInput =
  | MailboxInput
  | { readonly group: string; readonly members: readonly MailboxInput[] };

/** Whose the message becomes, who gets it, and what stays of it. */
export interface RedirectOptions {
  /**
   * The new From, an identity that is verified at SES. The display name is the author's; one given
   * here counts only where nothing of the author can be read.
   */
  readonly from: MailboxInput;
  /** Who gets it: at least one. The fields To and Cc stay as the author wrote them. */
  readonly to: readonly AddressInput[];
  /**
   * Who gets the replies: `'author'`, those of the From field, or somebody else. Left out, the
   * message's own Reply-To if it has one, else the author.
   */
  readonly replyTo?: 'author' | MailboxInput;
  /** Who gets the bounces; `from` if left out. */
  readonly returnPath?: MailboxInput;
  /** Names of fields that stay though they would go, such as `Received`; in any case. */
  readonly keep?: readonly string[];
}

/** The options, checked. */
export interface Redirection {
  readonly from: Mailbox;
  /** Each once, in order. */
  readonly to: readonly AddrSpec[];
  readonly replyTo: 'author' | Mailbox | undefined;
  readonly returnPath: AddrSpec;
  /** In lower case. */
  readonly keep: ReadonlySet<string>;
}

const MEMBERS = ['from', 'to', 'replyTo', 'returnPath', 'keep'] as const;

/** They make the message the author's, which it no longer is: a signature holds no other From. */
const NOT_KEPT: readonly string[] = ['from', 'dkim-signature', 'domainkey-signature'];

/**
 * Holds options to their types and addresses to what SES takes.
 *
 * @throws {MimewrightError} naming the option; see `redirect`.
 */
export function checkRedirectOptions(options: RedirectOptions): Redirection {
  const members = recordArgument('options', options, MEMBERS);
  const from = mailboxOf('from', members.get('from'));
  return {
    from,
    to: recipients(members.get('to')),
    replyTo: members.has('replyTo') ? replyToOf(members.get('replyTo')) : undefined,
    returnPath: members.has('returnPath')
      ? mailboxOf('returnPath', members.get('returnPath')).address
      : from.address,
    keep: members.has('keep') ? fieldNames(members.get('keep')) : new Set(),
  };
}

function replyToOf(value: unknown): Redirection['replyTo'] {
  return value === 'author' ? value : mailboxOf('replyTo', value);
}

function recipients(value: unknown): readonly AddrSpec[] {
  const mailboxes = listArgument('to', value, 'a list of addresses').flatMap((one, at) =>
    addressesOf(`to[${at}]`, one).flatMap((address) =>
      address.kind === 'group' ? address.members : [address],
    ),
  );
  if (mailboxes.length > 0) return [...new Set(mailboxes.map(({ address }) => address))];
  throw new MimewrightError('recipients-missing', 'to names nobody: the message goes to no one');
}

function addressesOf(what: string, value: unknown): readonly Address[] {
  if (typeof value === 'string') {
    const addresses = parseAddresses(textArgument(what, value), what);
    for (const address of addresses) {
      for (const one of address.kind === 'group' ? address.members : [address]) {
        checkSendable(what, one.address);
      }
    }
    return addresses;
  }
  if (!isRecord(value) || !Object.hasOwn(value, 'group')) return [mailboxOf(what, value)];
  const members = recordArgument(what, value, ['group', 'members']);
  const list = listArgument(`${what}.members`, members.get('members'), 'a list of mailboxes');
  return list.map((one, at) => mailboxOf(`${what}.members[${at}]`, one));
}

function mailboxOf(what: string, value: unknown): Mailbox {
  const mailbox =
    typeof value === 'string'
      ? parseMailbox(textArgument(what, value), what)
      : mailboxOfParts(what, value);
  checkSendable(what, mailbox.address);
  return mailbox;
}

/** What the standards allow and SES's grammar does not, such as a blank in a quoted local part. */
function checkSendable(what: string, address: AddrSpec): void {
  const [fault] = parseApiRecipient(address).faults;
  if (fault === undefined) return;
  throw new MimewrightError(
    'address-syntax',
    `${what}: SES answers ${quoted(fault.text)} to ${quoted(address)}`,
  );
}

function fieldNames(value: unknown): ReadonlySet<string> {
  const names = listArgument('keep', value, 'a list of field names').map((one, at) =>
    naming(`keep[${at}]`, () => checkFieldName(textArgument('name', one))).toLowerCase(),
  );
  const found = names.find((name) => NOT_KEPT.includes(name));
  if (found === undefined) return new Set(names);
  throw new MimewrightError(
    'option-invalid',
    `keep: ${quoted(found)} cannot stay, for From is replaced, and signatures cover it`,
  );
}

/** By index, for a list may have an iterator of its own. */
function listArgument(what: string, value: unknown, due: string): readonly unknown[] {
  if (value === undefined || value === null) throw missing(what, value);
  if (!Array.isArray(value)) throw wrongType(what, value, due);
  return Array.from({ length: value.length }, (_, at): unknown => value[at]);
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
