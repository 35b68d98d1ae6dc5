/** Who gets the message, as servers and filters look at it: RFC 5321 §4.5.3.1.8, RFC 5322 §3.4. */

import { quoted } from '../../../errors.ts';
import type { ParsedGroup } from '../../../header/parsed-address.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import { everywhere, type MessageRule, type Reporter } from '../../rule.ts';
import { siteOf } from '../../site.ts';
import type { WrittenAddress } from '../../written-address.ts';

/** What every server takes: RFC 5321 §4.5.3.1.8. */
const RECIPIENTS_MAX = 100;

/** Fewer are in order by chance. */
const SORTED_MIN = 7;

const SEEN_FIELDS: readonly string[] = ['to', 'cc'];
const RECIPIENT_FIELDS: readonly string[] = [...SEEN_FIELDS, 'bcc'];

export const recipientListRules: readonly MessageRule[] = [
  {
    // Worth knowing, no more: nobody refuses or scores it, and most servers drop the second copy.
    kind: 'message',
    id: 'address/duplicate-recipient',
    aliases: ['ses/recipient-duplicate'],
    about: 'choice',
    severity: everywhere('info'),
    summary: 'A recipient is named once',
    remedy: 'Take the second one out: it counts, and may become a second copy.',
    sources: ['RFC 5321 §2.4'],
    check(facts, report) {
      reportRepeated(named(facts, RECIPIENT_FIELDS), report);
      if (facts.requestAddresses.length > 1) {
        reportRepeated(facts.writtenAddresses.filter(isDestination), report);
      }
    },
  },
  {
    kind: 'message',
    id: 'address/group-undisclosed',
    aliases: [],
    about: 'choice',
    severity: everywhere('info'),
    summary: 'A message shows whom it is for',
    remedy: 'Write the recipient into To, in a message for each.',
    sources: ['RFC 5322 §3.4', 'measured: rspamd R_UNDISC_RCPT 3.0'],
    check(facts, report) {
      if (facts.profile !== 'smtp' && facts.recipientCount === 0) return; // ses/recipients-missing
      const groups = emptyGroups(facts);
      const [first] = groups;
      if (first === undefined || groups.length > 1 || facts.isSpoiled(first.span.start)) return;
      const { span, name, field } = first;
      const message = `nobody but the empty group ${quoted(name)} in To and Cc`;
      report({ ...span, entity: facts.root, field }, message);
    },
  },
  {
    // SES takes 50, and ses/recipient-count says so.
    kind: 'message',
    id: 'address/many-recipients',
    aliases: [],
    about: 'choice',
    severity: { 'ses-v1': 'off', 'ses-v2': 'off', smtp: 'warning' },
    summary: 'A message goes to at most 100 recipients',
    remedy: 'Split the recipients over several messages: a server need not take more.',
    sources: ['RFC 5321 §4.5.3.1.8'],
    check(facts, report) {
      const { recipientCount } = facts;
      if (recipientCount <= RECIPIENTS_MAX) return;
      const message = `${recipientCount} recipients, of ${RECIPIENTS_MAX} that every server takes`;
      const entry = facts.destinations?.[RECIPIENTS_MAX] ?? facts.destinations?.at(-1);
      const surplus = facts.recipients[RECIPIENTS_MAX];
      if (entry !== undefined) {
        report({ ...entry.place, start: 0, end: entry.text.length }, message);
      } else if (surplus !== undefined) report(siteOf(facts, surplus), message);
    },
  },
  {
    kind: 'message',
    id: 'address/sorted-recipients',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'Recipients are not listed by the alphabet',
    remedy: 'Send a message to each, or list them in another order: filters take it for spam.',
    sources: ['measured: SpamAssassin SORTED_RECIPS 1.8, SUSPICIOUS_RECIPS 2.5'],
    check(facts, report) {
      const seen = named(facts, SEEN_FIELDS);
      const [first] = seen;
      if (first === undefined || seen.length < SORTED_MIN || !areSorted(seen)) return;
      const { field } = first.origin;
      const { start } = first.place;
      const end = seen.findLast(({ origin }) => origin.field === field)?.place.end ?? start;
      const site = { start, end, entity: facts.root, ...(field !== undefined && { field }) };
      report(site, `${seen.length} recipients in the order of the alphabet`);
    },
  },
];

/** The groups in To and Cc, if there is nothing but groups of nobody. */
function emptyGroups(facts: MessageFacts): readonly (ParsedGroup & { field: HeaderField })[] {
  const groups: (ParsedGroup & { field: HeaderField })[] = [];
  for (const field of SEEN_FIELDS.flatMap((name) => facts.fieldsNamed(name))) {
    for (const address of field.addresses) {
      if (address.kind === 'mailbox' || address.members.length > 0) return [];
      groups.push({ ...address, field });
    }
  }
  return groups;
}

function named(facts: MessageFacts, fields: readonly string[]): readonly WrittenAddress[] {
  return facts.writtenAddresses.filter(({ origin }) =>
    fields.includes(origin.field?.lowerName ?? ''),
  );
}

function isDestination({ origin }: WrittenAddress): boolean {
  return origin.request?.place.option === 'destinations';
}

/** Domains have no case; a local part may have one. */
function reportRepeated(addresses: readonly WrittenAddress[], report: Reporter): void {
  if (addresses.length < 2) return;
  const seen = new Set<string>();
  for (const { localPart, domain, text, place } of addresses) {
    const key = `${localPart}@${domain.toLowerCase()}`;
    if (seen.has(key)) report(place, `${quoted(text)} is a recipient already`);
    seen.add(key);
  }
}

function areSorted(addresses: readonly WrittenAddress[]): boolean {
  const texts = addresses.map(({ text }) => text.toLowerCase());
  const isInOrder = texts.every((text, at) => at === 0 || (texts[at - 1] ?? '') <= text);
  return isInOrder && texts[0] !== texts.at(-1);
}
