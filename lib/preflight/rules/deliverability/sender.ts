/** What providers ask of who sends, and of when: Gmail, Yahoo, Outlook; filters. */

import { quoted } from '../../../errors.ts';
import type { ParsedAddress, ParsedMailbox } from '../../../header/parsed-address.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import { atSes, everywhere, type MessageRule } from '../../rule.ts';
import { absentField, hasLostFields, whereNotWritten } from '../rfc5322/header-state.ts';

const HOUR = 3_600_000;
/** From here on SpamAssassin scores a Date that lies ahead. */
const AHEAD_HOURS_MAX = 3;

/** Domains whose owners have said by DMARC that mail from elsewhere is not theirs. */
const FREEMAIL = /^(?:aol|g(?:oogle)?mail|yahoo)\.com$/i;

/** What spares the reading of fields that hold none of them. */
const MAY_BE_FREEMAIL = /@[ \t]*(?:aol|g(?:oogle)?mail|yahoo)\.com/i;

const NO_REPLY = /^(?:no|do[-_.]?not)[-_.]?reply/i;

const GMAIL = 'https://support.google.com/a/answer/81126';
const YAHOO = 'https://senders.yahooinc.com';

export const senderRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'ses/from-freemail',
    aliases: ['deliverability/from-freemail'],
    about: 'choice',
    // Another carrier may be the provider itself.
    severity: atSes('warning'),
    summary: 'From is not at a provider that lets nobody else send for it',
    remedy: 'Send from a domain of your own, and put this address into Reply-To.',
    sources: [GMAIL, 'yahoo.com and aol.com: DMARC p=reject'],
    check(facts, report) {
      if (facts.profile === 'ses-v2' && facts.options.fromEmailAddress !== undefined) return;
      if (!facts.fieldsNamed('from').some((field) => MAY_BE_FREEMAIL.test(field.unfolded())))
        return;
      for (const { mailbox, field } of mailboxesIn(facts, 'from')) {
        if (!FREEMAIL.test(mailbox.domain)) continue;
        report(
          { ...mailbox.addressSpan, entity: facts.root, field },
          `${quoted(mailbox.address)}: ${mailbox.domain} lets nobody else send for it (DMARC)`,
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'deliverability/noreply-reply-to',
    aliases: [],
    about: 'choice',
    severity: everywhere('info'),
    summary: 'People can reply to bulk mail',
    remedy: 'Name an address in Reply-To that somebody reads: Outlook asks bulk senders for one.',
    sources: ['https://dmarcian.com/microsoft-enforces-spf-dkim-dmarc/'],
    check(facts, report) {
      if (facts.options.kind !== 'bulk') return;
      if (facts.options.replyToAddresses !== undefined && facts.profile === 'ses-v2') return;
      const name = facts.fieldsNamed('reply-to').length > 0 ? 'reply-to' : 'from';
      const all = mailboxesIn(facts, name);
      const [first] = all;
      if (first === undefined) return;
      if (!all.every(({ mailbox }) => NO_REPLY.test(mailbox.localPart))) return;
      report(
        { ...first.mailbox.addressSpan, entity: facts.root, field: first.field },
        `replies go to ${quoted(first.mailbox.address)}, which wants none`,
      );
    },
  },
  {
    kind: 'message',
    id: 'deliverability/date-skew',
    aliases: [],
    about: 'choice',
    severity: whereNotWritten('warning'),
    summary: 'Date does not lie ahead',
    remedy: 'Write the moment of sending, with its zone.',
    sources: ['measured: SpamAssassin 4.0.1 DATE_IN_FUTURE_12_24 2.6'],
    check(facts, report) {
      const { now } = facts.options;
      const [field] = facts.fieldsNamed('date');
      if (now === undefined || field?.date === undefined) return;
      const ahead = (field.date.date.getTime() - now.getTime()) / HOUR;
      if (ahead <= AHEAD_HOURS_MAX) return;
      report(
        { ...field.date.span, entity: facts.root, field },
        `a Date ${Math.floor(ahead)} hours ahead of ${now.toISOString()}`,
      );
    },
  },
  {
    kind: 'message',
    id: 'deliverability/bulk-unsigned',
    aliases: [],
    about: 'choice',
    severity: whereNotWritten('info'),
    summary: 'Bulk mail is signed',
    remedy: 'Sign it by DKIM, or see that the server does: large providers refuse it unsigned.',
    sources: [GMAIL, YAHOO, 'https://dmarcian.com/microsoft-enforces-spf-dkim-dmarc/'],
    check(facts, report) {
      if (facts.options.kind !== 'bulk') return;
      if (facts.fieldsNamed('dkim-signature').length > 0 || hasLostFields(facts)) return;
      report(absentField(facts), 'bulk mail without DKIM-Signature, unless the server adds one');
    },
  },
];

interface Placed {
  readonly mailbox: ParsedMailbox;
  readonly field: HeaderField;
}

/** Of what is an address; what is told to be none is left out. */
function mailboxesIn(facts: MessageFacts, lowerName: string): readonly Placed[] {
  return facts.fieldsNamed(lowerName).flatMap((field) =>
    field.addresses
      .flatMap((address) => membersOf(address))
      .filter(({ span, domain }) => domain !== '' && !facts.isSpoiled(span.start))
      .map((mailbox) => ({ mailbox, field })),
  );
}

function membersOf(address: ParsedAddress): readonly ParsedMailbox[] {
  return address.kind === 'mailbox' ? [address] : address.members;
}
