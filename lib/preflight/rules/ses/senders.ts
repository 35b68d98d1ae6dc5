/** Who sends, where one place says other than the next: Sender and From, fields and request. */

import { mailboxKey, mailboxParts } from '../../../carrier/mailbox-parts.ts';
import { quoted } from '../../../errors.ts';
import { parseAddressList } from '../../../header/address-list-parsing.ts';
import { atSes, type MessageRule } from '../../rule.ts';
import { isAuthorizedElsewhere } from './authorized-elsewhere.ts';
import { fieldMailboxes, type PlacedMailbox, requestMailboxes } from './placed-mailbox.ts';

export const senderRules: readonly MessageRule[] = [
  {
    // Where identities are told, ses/identity-unverified knows whether Sender is among them.
    kind: 'message',
    id: 'ses/sender-foreign',
    aliases: [],
    about: 'choice',
    severity: atSes('warning'),
    summary: 'Sender is of the domain of From, which is verified anyway',
    remedy: 'Leave Sender out, or verify it too: SES refuses one that is not verified.',
    sources: [
      'https://github.com/anonaddy/anonaddy/issues/471',
      'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html',
    ],
    check(facts, report) {
      if (facts.options.identities !== undefined) return;
      const [sender] = fieldMailboxes(facts, 'sender');
      if (sender === undefined || isAuthorizedElsewhere(facts, 'sender', sender.address)) return;
      const isV2 = facts.profile === 'ses-v2' && facts.options.fromEmailAddress !== undefined;
      const authors = isV2
        ? requestMailboxes(facts, 'fromEmailAddress')
        : fieldMailboxes(facts, 'from');
      const [author] = authors;
      if (author === undefined || authors.some((one) => isRelated(one, sender))) return;
      report(
        sender.place,
        `${quoted(sender.address)} is not of the domain of ${quoted(author.address)} in ${author.source}`,
        { refuses: false, evidence: 'observed' },
      );
    },
  },
  {
    kind: 'message',
    id: 'ses/v2-from-differs',
    aliases: [],
    about: 'choice',
    severity: { 'ses-v1': 'off', 'ses-v2': 'warning', smtp: 'off' },
    summary: 'FromEmailAddress says what From says',
    remedy: 'Leave fromEmailAddress out, or write into it what From says, the name too.',
    sources: ['https://github.com/aws/aws-sdk-rails/issues/98'],
    check(facts, report) {
      const [winner] = requestMailboxes(facts, 'fromEmailAddress');
      const from = fieldMailboxes(facts, 'from');
      const [author] = from;
      if (winner === undefined || author === undefined) return;
      const isAlone = from.length === 1 && isSameMailbox(winner, author);
      if (isAlone && nameOf(winner) === nameOf(author)) return;
      report(
        winner.place,
        `${quoted(winner.written)} takes the place of ${quoted(author.written)} in From`,
        { refuses: false, evidence: 'observed' },
      );
    },
  },
  {
    kind: 'message',
    id: 'ses/v2-reply-to-differs',
    aliases: [],
    about: 'choice',
    severity: { 'ses-v1': 'off', 'ses-v2': 'warning', smtp: 'off' },
    summary: 'ReplyToAddresses names whom Reply-To names',
    remedy: 'Keep one of them: replyToAddresses takes the place of the Reply-To field.',
    sources: ['https://github.com/anymail/django-anymail/blob/main/anymail/backends/amazon_ses.py'],
    check(facts, report) {
      const winners = requestMailboxes(facts, 'replyToAddresses');
      const replyTo = fieldMailboxes(facts, 'reply-to');
      if (winners.length === 0 || replyTo.length === 0) return;
      const answer = { refuses: false, evidence: 'observed' } as const;
      const lost = firstBeyond(replyTo, winners);
      if (lost !== undefined) {
        const message = `${quoted(lost.address)} gets no replies: replyToAddresses does not name it`;
        report(lost.place, message, answer);
        return;
      }
      const added = firstBeyond(winners, replyTo);
      if (added === undefined) return;
      report(added.place, `${quoted(added.address)} gets replies, and is not in Reply-To`, answer);
    },
  },
];

/** As people read it, however it is written; '' where there is none. */
function nameOf({ written }: PlacedMailbox): string {
  return parseAddressList(written).addresses[0]?.name ?? '';
}

/** Whether one domain identity may cover both. */
function isRelated(one: PlacedMailbox, other: PlacedMailbox): boolean {
  return organization(one) === organization(other);
}

/** The last two labels: too little for `co.uk`, which keeps a warning back, and raises none. */
function organization({ address }: PlacedMailbox): string {
  return mailboxParts(address).domain.split('.').slice(-2).join('.');
}

function isSameMailbox(one: PlacedMailbox, other: PlacedMailbox): boolean {
  return mailboxKey(one.address) === mailboxKey(other.address);
}

/** The first that is not among the others. */
function firstBeyond(
  some: readonly PlacedMailbox[],
  others: readonly PlacedMailbox[],
): PlacedMailbox | undefined {
  const keys = new Set(others.map(({ address }) => mailboxKey(address)));
  return some.find(({ address }) => !keys.has(mailboxKey(address)));
}
