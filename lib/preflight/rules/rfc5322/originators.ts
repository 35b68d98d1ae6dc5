/** Who wrote and who sent a message: RFC 5322 §3.6.2, RFC 6854. */

import { quoted } from '../../../errors.ts';
import type { Span } from '../../../octets/span.ts';
import type { AddressField } from '../../address-field.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import { everywhere, type MessageRule, type Site } from '../../rule.ts';
import { absentField, hasLostFields } from './header-state.ts';

const GMAIL = 'https://support.google.com/a/answer/81126';

export const originatorRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'rfc5322/from-multiple',
    aliases: ['ses/from-multiple'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'From holds one mailbox',
    remedy: 'Keep one author in From; name the others in the text or in Reply-To.',
    sources: ['RFC 5322 §3.6.2', GMAIL, 'measured: rspamd 3.4 MULTIPLE_FROM 8.0'],
    check(facts, report) {
      const from = soundField(facts, 'from');
      if (from === undefined || facts.fieldsNamed('sender').length === 0) return;
      const surplus = mailboxesBeyondOne(from);
      if (surplus === undefined) return;
      report(
        siteIn(facts, from, surplus),
        `${from.verdict.mailboxes.length} mailboxes in From, which filters score and Gmail advises against`,
      );
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/sender-missing',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A message of several authors names its sender',
    remedy: 'Write a Sender field with one mailbox, or keep one author in From.',
    sources: ['RFC 5322 §3.6.2', 'measured: rspamd 3.4 MULTIPLE_FROM 8.0'],
    check(facts, report) {
      if (facts.fieldsNamed('sender').length > 0) return;
      const from = soundField(facts, 'from');
      if (from === undefined || mailboxesBeyondOne(from) === undefined) return;
      if (hasLostFields(facts)) return;
      report(
        absentField(facts),
        `${from.verdict.mailboxes.length} mailboxes in From, and no Sender field`,
      );
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/sender-multiple',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'Sender holds one mailbox',
    remedy: 'Keep the mailbox that sends the message.',
    sources: ['RFC 5322 §3.6.2'],
    check(facts, report) {
      const sender = soundField(facts, 'sender');
      if (sender === undefined) return;
      const surplus = mailboxesBeyondOne(sender);
      if (surplus === undefined) return;
      report(
        siteIn(facts, sender, surplus),
        `${sender.verdict.mailboxes.length} mailboxes in Sender, of 1 allowed`,
      );
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/from-group',
    aliases: ['ses/from-group'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'From and Sender hold mailboxes, no groups',
    remedy: 'Write the mailbox alone.',
    sources: ['RFC 6854 §2.1', 'RFC 6854 §3'],
    check(facts, report) {
      for (const name of ['from', 'sender']) {
        const field = soundField(facts, name);
        const [group] = field?.verdict.groups ?? [];
        if (field === undefined || group === undefined) continue;
        const site = siteIn(facts, field, group);
        report(
          site,
          `a group in ${field.field.name} in place of a mailbox: ${excerpt(facts, site)}`,
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/sender-redundant',
    aliases: ['ses/sender-redundant'],
    about: 'choice',
    severity: everywhere('info'),
    summary: 'Sender names another mailbox than From',
    remedy: 'Leave Sender out where the author sends the message.',
    sources: ['RFC 5322 §3.6.2'],
    check(facts, report) {
      const sender = soundField(facts, 'sender');
      const author = onlyAddress(soundField(facts, 'from'));
      if (sender === undefined || author === undefined || onlyAddress(sender) !== author) return;
      const { field } = sender;
      const site = { ...field.span, entity: facts.root, field };
      report(site, `Sender says what From says: ${quoted(author)}`);
    },
  },
];

/** The first field of that name, unless what is in it is told to be faulty. */
function soundField({ addressFields }: MessageFacts, lowerName: string): AddressField | undefined {
  const found = addressFields.find(({ field }) => field.lowerName === lowerName);
  return found === undefined || found.isEmpty || found.faults.length > 0 ? undefined : found;
}

/** From the second mailbox to the last; nothing where a group is told to be at fault. */
function mailboxesBeyondOne({ verdict }: AddressField): Span | undefined {
  const [, second] = verdict.mailboxes;
  const last = verdict.mailboxes.at(-1);
  if (second === undefined || last === undefined || verdict.groups.length > 0) return undefined;
  return { start: second.start, end: last.end };
}

/** As it is compared: the domain in lower case. */
function onlyAddress(field: AddressField | undefined): string | undefined {
  const [mailbox, ...others] = field?.verdict.mailboxes ?? [];
  if (mailbox === undefined || others.length > 0) return undefined;
  const { address } = mailbox;
  const at = address.lastIndexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
}

function siteIn({ root }: MessageFacts, { field }: AddressField, stretch: Span): Site {
  return { ...field.spanOf(stretch), entity: root, field };
}
