/** What a message says, as plain facts that readers can be compared by. */

import type { ParsedAddress, ParsedMailbox } from '../../../lib/header/parsed-address.ts';
import type { Entity } from '../../../lib/reader/entity.ts';
import { comparable, type Reading, type ReadMailbox } from '../readers.ts';

/** Facts of a message; what it does not say is absent or empty. */
export interface Facts {
  readonly subject?: string | undefined;
  /** Each `name <address>`, decoded; members of groups stand in their place. */
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly replyTo?: readonly string[];
  /** Of To, Cc and Reply-To, each `name: member, member;`. */
  readonly groups?: readonly string[];
  /** `Date.toISOString()`, or `now` for the present moment. */
  readonly date?: string | undefined;
  /** Msg-ids have their angle brackets. */
  readonly messageId?: string | undefined;
  readonly inReplyTo?: readonly string[];
  readonly references?: readonly string[];
  /** Lines end in LF, none at the end; an empty text is as good as none. */
  readonly text?: string;
  readonly html?: string;
  /** Each `file name | media type | octets`, of other text than base64 with lines as above. */
  readonly attachments?: readonly string[];
}

export type FactName = keyof Facts;

export const factNames: readonly FactName[] = [
  ...(['subject', 'from', 'to', 'cc', 'replyTo', 'groups', 'date', 'messageId'] as const),
  ...(['inReplyTo', 'references', 'text', 'html', 'attachments'] as const),
];

/** The facts as our own tree has them. */
export function factsOfTree(root: Entity): Facts {
  const text = bodyOf(root, 'text/plain');
  const html = bodyOf(root, 'text/html');
  const ids = (name: string) => root.field(name)?.msgIds.map(({ id }) => `<${id}>`) ?? [];
  const addresses = (name: string) => root.field(name)?.addresses ?? [];
  return {
    subject: root.field('subject')?.text,
    from: mailboxesIn(addresses('from')).map(shown),
    to: mailboxesIn(addresses('to')).map(shown),
    cc: mailboxesIn(addresses('cc')).map(shown),
    replyTo: mailboxesIn(addresses('reply-to')).map(shown),
    groups: ['to', 'cc', 'reply-to'].flatMap(addresses).flatMap(groupsIn),
    date: root.field('date')?.date?.date.toISOString(),
    messageId: ids('message-id')[0],
    inReplyTo: ids('in-reply-to'),
    references: ids('references'),
    text: comparable(text?.text) ?? '',
    html: comparable(html?.text) ?? '',
    attachments: attachmentsOf(root).map((leaf) =>
      attachment(leaf.filename, leaf.mediaType.essence, Buffer.from(leaf.octets()), leaf),
    ),
  };
}

/** The facts as another reader gives them, for a message that we read as that tree. */
export function factsOfReading(reading: Reading, root: Entity): Facts {
  const leaves = attachmentsOf(root);
  return {
    subject: reading.subject,
    from: reading.from.map(shown),
    to: reading.to.map(shown),
    cc: reading.cc.map(shown),
    replyTo: reading.replyTo.map(shown),
    groups: reading.groups.map(shownGroup),
    date: isNow(reading.date) ? 'now' : reading.date,
    messageId: reading.messageId,
    inReplyTo: reading.inReplyTo,
    references: reading.references,
    text: comparable(reading.text) ?? '',
    html: comparable(reading.html) ?? '',
    attachments: reading.attachments.map(({ filename, type, octets }, index) =>
      attachment(filename, type, octets, leaves[index]),
    ),
  };
}

/** Leaves and messages, but for the text and the HTML that are shown. */
function attachmentsOf(root: Entity): readonly Entity[] {
  const bodies = [bodyOf(root, 'text/plain'), bodyOf(root, 'text/html')];
  return leavesOf(root).filter((leaf) => !bodies.includes(leaf));
}

/** The first leaf of a type that is no attachment. */
function bodyOf(root: Entity, essence: string): Entity | undefined {
  return leavesOf(root).find(
    ({ mediaType, disposition }) =>
      mediaType.essence === essence && disposition?.type !== 'attachment',
  );
}

/** What holds content: an embedded message is one of them. */
function leavesOf(entity: Entity): readonly Entity[] {
  return entity.mediaType.type === 'multipart' ? entity.parts.flatMap(leavesOf) : [entity];
}

function attachment(
  filename: string | undefined,
  type: string,
  octets: Buffer,
  leaf: Entity | undefined,
): string {
  const content = octets.toString('latin1');
  const isExact = leaf?.transferEncoding === 'base64';
  return [filename ?? '', type, isExact ? content : comparable(content)].join(' | ');
}

/** Where a reader finds no date it may give the present one. */
function isNow(date = ''): boolean {
  return Math.abs(Date.parse(date) - Date.now()) < 60_000;
}

function mailboxesIn(addresses: readonly ParsedAddress[]): readonly ReadMailbox[] {
  return addresses.flatMap((address) =>
    address.kind === 'group' ? address.members.map(asRead) : [asRead(address)],
  );
}

function groupsIn(address: ParsedAddress): readonly string[] {
  if (address.kind === 'mailbox') return [];
  return [shownGroup({ name: address.name, members: address.members.map(asRead) })];
}

function asRead({ name, address }: ParsedMailbox): ReadMailbox {
  return { name: name ?? '', address };
}

function shown({ name, address }: ReadMailbox): string {
  return name === '' ? `<${address}>` : `${name} <${address}>`;
}

function shownGroup(group: {
  readonly name: string;
  readonly members: readonly ReadMailbox[];
}): string {
  return `${group.name}: ${group.members.map(shown).join(', ')};`;
}
