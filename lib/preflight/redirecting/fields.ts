/** The header section of a message that becomes another's: RFC 5322 §3.6. */

import { quoted } from '../../errors.ts';
import { formatField } from '../../header/field-format.ts';
import type { Mailbox } from '../../model/mailbox.ts';
import { trimBlanks } from '../../octets/ascii.ts';
import type { Entity } from '../../reader/entity.ts';
import type { HeaderField } from '../../reader/header-field.ts';
import { mailboxesOf, namedMailbox, sendableAddresses } from './addresses.ts';
import { type Author, authorOf } from './author.ts';
import { type Change, deedOf } from './edit.ts';
import type { Redirection } from './options.ts';

/** Fields that go, and the rule or reason why. */
const LEAVING: readonly { readonly names: RegExp; readonly rule: string; readonly why: string }[] =
  [
    {
      names: /^sender$/,
      rule: 'redirect/sender',
      why: 'SES sends it for verified identities alone',
    },
    {
      names: /^return-path$/,
      rule: 'rfc5322/return-path-present',
      why: 'the envelope says where bounces go',
    },
    {
      names: /^(?:resent-)?bcc$/,
      rule: 'rfc5322/bcc-present',
      why: 'the envelope says who gets the message',
    },
    {
      names:
        /^(?:(?:x-)?received|received-spf|(?:x-)?delivered-to|(?:x-)?original-(?:to|recipient)|(?:x-)?envelope-(?:to|from)|x-forwarded-(?:to|for)|resent-.*|arc-.*|authentication-results(?:-original)?)$/,
      rule: 'rfc5322/trace-header-present',
      why: 'it is of an earlier transit',
    },
    {
      names: /^(?:dkim-signature|domainkey-signature|x-google-dkim-signature)$/,
      rule: 'redirect/signature',
      why: 'it covers the From field that is replaced',
    },
    {
      names: /^(?:x-ses-.*|feedback-id|bounces-to)$/,
      rule: 'redirect/carrier-field',
      why: 'it is a word to the carrier, or of it, and not from you',
    },
  ];

/** Fields of which SES takes several, and receivers do not: their addresses go into one. */
const JOINED = ['to', 'cc'] as const;

/** What becomes of the fields of the message itself; those that are not named here stay. */
export function fieldChanges(root: Entity, redirection: Redirection): readonly Change[] {
  return [
    ...authorChanges(root, redirection),
    ...root.fields.flatMap((field) => leaving(field, root, redirection.keep)),
    ...JOINED.flatMap((name) => joined(root, name)),
  ];
}

/** From, and Reply-To beside it; both are written where the first From stands. */
function authorChanges(root: Entity, redirection: Redirection): readonly Change[] {
  const { from } = redirection;
  const author = authorOf(root);
  const [first, ...others] = root.fieldsNamed('from');
  const newFrom = namedMailbox(author.name ?? from.name ?? '', from.address);
  const { addresses, replaced } = replyToOf(root, author, redirection);
  const { start } = root.headerSection;
  const place = first?.span ?? { start, end: start };
  const replacement = addressField('From', [newFrom]) + addressField('Reply-To', addresses);
  const edit = { ...place, replacement };
  const at = { ...place, part: root.path, ...(first !== undefined && { field: first.name }) };
  const before = first === undefined ? 'missing' : quoted(trimBlanks(first.text));
  const change = (rule: string, message: string): Change => ({
    edit,
    deed: deedOf(rule, message, at),
  });
  return [
    change('redirect/from', `From was ${before}, and is ${quoted(newFrom.address)} now`),
    ...addresses.map(({ address }) =>
      change('redirect/reply-to', `replies go to ${quoted(address)}`),
    ),
    ...others.map((field) =>
      removal(field, root, 'rfc5322/duplicate-header', 'it is a second one'),
    ),
    ...replaced.map((field) => removal(field, root, 'redirect/reply-to', 'replies go elsewhere')),
  ];
}

/** Who a Reply-To that is written anew names, nobody if none is, and the fields that go for it. */
function replyToOf(
  root: Entity,
  author: Author,
  { replyTo }: Redirection,
): { readonly addresses: readonly Mailbox[]; readonly replaced: readonly HeaderField[] } {
  const fields = root.fieldsNamed('reply-to');
  const [first, ...others] = fields;
  const isUsable = mailboxesOf(sendableAddresses(first?.addresses ?? [])).length > 0;
  if (replyTo === undefined && isUsable) return { addresses: [], replaced: others };
  const isAuthor = replyTo === undefined || replyTo === 'author';
  return { addresses: isAuthor ? author.mailboxes : [replyTo], replaced: fields };
}

function addressField(name: string, addresses: readonly Mailbox[]): string {
  return addresses.length === 0 ? '' : formatField({ kind: 'addresses', name, addresses });
}

function leaving(field: HeaderField, root: Entity, keep: Redirection['keep']): readonly Change[] {
  if (keep.has(field.lowerName)) return [];
  const found = LEAVING.find(({ names }) => names.test(field.lowerName));
  return found === undefined ? [] : [removal(field, root, found.rule, found.why)];
}

function removal(field: HeaderField, { path }: Entity, rule: string, why: string): Change {
  const at = { ...field.span, part: path, field: field.name };
  const message = `the field ${quoted(field.name)} is left out: ${why}`;
  return { edit: { ...field.span, replacement: '' }, deed: deedOf(rule, message, at) };
}

/** The bodies of repeated fields in the first of them, octet for octet. */
function joined(root: Entity, name: string): readonly Change[] {
  const fields = root.fieldsNamed(name);
  const [first, ...others] = fields;
  if (first === undefined || others.length === 0) return [];
  const bodies = fields.map((field) => trimBlanks(field.unfolded())).filter((body) => body !== '');
  const replacement = `${first.name}: ${bodies.join(',\r\n ')}\r\n`;
  const edit = { ...first.span, replacement };
  const why = 'its addresses stand in the first one';
  return others.flatMap((field) => {
    const change = removal(field, root, 'rfc5322/duplicate-header', why);
    return [change, { edit, deed: change.deed }];
  });
}
