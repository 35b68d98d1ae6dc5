/** Who gets the message: SES quotas, and what SES asks of To. */

import { quoted } from '../../../errors.ts';
import type { MessageFacts } from '../../facts.ts';
import type { SesAnswer } from '../../report.ts';
import { fieldPrefix, type RequestAddress } from '../../request-addresses.ts';
import { atSes, type MessageRule, type Reporter } from '../../rule.ts';
import { siteOf } from '../../site.ts';
import { escapeHidingTo, hasLostFields } from '../rfc5322/header-state.ts';

const MISSING_TO: SesAnswer = {
  text: "Missing required header 'To'.",
  refuses: true,
  evidence: 'observed',
};

export const recipientRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'ses/recipients-missing',
    aliases: ['rfc5322/no-destination'],
    about: 'choice',
    severity: atSes('error'),
    summary: 'A message has a recipient',
    remedy: 'Add a recipient to To, Cc or Bcc, or pass destinations.',
    sources: [
      'https://github.com/aristidb/aws/issues/73',
      'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html',
    ],
    check(facts, report) {
      if (facts.options.template || facts.recipientCount > 0 || hasFaultyRecipients(facts)) return;
      if (hasLostFields(facts)) {
        reportHiddenTo(facts, report);
        return;
      }
      const { start } = facts.root.headerSection;
      const hasTo = facts.fieldsNamed('to').length > 0;
      report(
        { start, end: start, entity: facts.root },
        'no recipient, neither in To, Cc and Bcc nor in the request',
        hasTo ? { refuses: true, evidence: 'documented' } : MISSING_TO,
      );
    },
  },
  {
    kind: 'message',
    id: 'ses/to-header-required',
    aliases: [],
    about: 'choice',
    severity: atSes('error'),
    summary: 'A message whose header fields name the recipients has a To field',
    remedy: 'Pass the recipients as destinations, or write a To field.',
    sources: ['https://github.com/aws/aws-sdk-js/issues/893'],
    check(facts, report) {
      const isDecidedByFields = facts.destinations === undefined && facts.recipientCount > 0;
      const isDue = isDecidedByFields && facts.options.template !== true;
      if (!isDue || facts.fieldsNamed('to').length > 0 || hasLostFields(facts)) return;
      // Seen where Bcc alone names recipients; where Cc alone does, nobody reported.
      const isObserved = facts.fieldsNamed('bcc').length > 0;
      const { start } = facts.root.headerSection;
      report(
        { start, end: start, entity: facts.root },
        'no To field, and the request names no destinations',
        isObserved ? MISSING_TO : { ...MISSING_TO, refuses: false, evidence: 'inferred' },
      );
    },
  },
  {
    kind: 'message',
    id: 'ses/recipient-count',
    aliases: [],
    about: 'choice',
    severity: atSes('error'),
    summary: 'A message goes to at most 50 recipients',
    remedy: 'Split the recipients over several calls: sendRawEmailBatches().',
    sources: [
      'https://docs.aws.amazon.com/ses/latest/dg/quotas.html',
      'https://github.com/doubleunion/arooo/issues/243',
    ],
    check(facts, report) {
      const { recipientCount: count } = facts;
      const { most } = facts.limits.recipients;
      if (count <= most) return;
      const message = `the message goes to ${count} recipients, of ${most} allowed`;
      const answer: SesAnswer = {
        text: `Recipient count exceeds ${most}.`,
        refuses: true,
        evidence: 'observed',
      };
      const address = facts.destinations && firstBeyond(facts.destinations, most);
      if (address === undefined) report(siteOf(facts, surplus(facts, most)), message, answer);
      else report({ ...address.place, start: 0, end: address.text.length }, message, answer);
    },
  },
  {
    kind: 'message',
    id: 'ses/recipient-entry-header-name',
    aliases: ['address/mailto-prefix'],
    about: 'choice',
    severity: atSes('error'),
    summary: 'An entry of the request holds an address without a field name before it',
    remedy: 'Pass the address alone.',
    sources: ['https://github.com/soto-project/soto/issues/331'],
    check(facts, report) {
      for (const address of facts.destinations ?? []) {
        const prefix = fieldPrefix(address);
        if (prefix === undefined) continue;
        const { place, text, faults } = address;
        report(
          { ...place, start: 0, end: prefix.length },
          `${quoted(prefix.trim())} before the address: ${quoted(text)}`,
          { text: faults[0]?.text ?? '', refuses: true, evidence: 'observed' },
        );
      }
    },
  },
];

/** That is what SES was seen to answer to: aws-sdk-ruby, issue 1526. */
function reportHiddenTo(facts: MessageFacts, report: Reporter): void {
  const hidden = escapeHidingTo(facts);
  if (hidden === undefined) return;
  const name = quoted(hidden.field.name);
  report(
    hidden.site,
    `no To field: it is text of ${name}, with a written \\n where a line should end`,
    MISSING_TO,
  );
}

/** An empty To and a recipient that is no address are told as such, not as missing. */
function hasFaultyRecipients({ addressFields }: MessageFacts): boolean {
  return addressFields.some(
    ({ field, namesRecipients, isEmpty, faults }) =>
      (field.lowerName === 'to' && isEmpty) || (namesRecipients && faults.length > 0),
  );
}

/** The entry whose recipient is the first that is too many. */
function firstBeyond(
  addresses: readonly RequestAddress[],
  most: number,
): RequestAddress | undefined {
  let count = 0;
  return addresses.find(({ recipientCount }) => {
    count += recipientCount;
    return count > most;
  });
}

/** From the first recipient that is too many to the last one. */
function surplus(
  { recipients }: MessageFacts,
  most: number,
): { readonly start: number; readonly end: number } {
  const start = recipients[most]?.start ?? 0;
  return { start, end: recipients.at(-1)?.end ?? start };
}
