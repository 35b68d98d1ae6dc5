/** Who gets the message: SES quotas, and what SES asks of To. */

import { quoted } from '../../../errors.ts';
import { type MessageFacts, RECIPIENT_FIELDS } from '../../facts.ts';
import type { OptionPlace, SesAnswer } from '../../report.ts';
import { atSes, everywhere, type MessageRule } from '../../rule.ts';

const MISSING_TO: SesAnswer = {
  text: "Missing required header 'To'.",
  refuses: true,
  evidence: 'observed',
};

const ENTRY_WITH_FIELD_NAME = /^\s*(?:to|cc|bcc|mailto)\s*:/i;

/** True for an entry of the request that starts like a header field or a mailto URI. */
export function isHeaderNameEntry(entry: string): boolean {
  return ENTRY_WITH_FIELD_NAME.test(entry);
}

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
    fixable: false,
    check(facts, report) {
      if (facts.options.template || facts.recipientCount > 0 || hasFaultyRecipients(facts)) return;
      const { start } = facts.root.headerSection;
      const hasTo = facts.fieldsNamed('to').length > 0;
      report(
        { start, end: start, entity: facts.root },
        'neither To, Cc or Bcc nor the request names a recipient',
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
    fixable: false,
    check(facts, report) {
      const isDecidedByFields = facts.destinations === undefined && facts.recipientCount > 0;
      if (!isDecidedByFields || facts.fieldsNamed('to').length > 0) return;
      const { start } = facts.root.headerSection;
      report(
        { start, end: start, entity: facts.root },
        'there is no To field, and the request names no recipients',
        { ...MISSING_TO, evidence: facts.fieldsNamed('bcc').length > 0 ? 'observed' : 'inferred' },
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
    fixable: false,
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
      const list = facts.destinations;
      if (list === undefined) {
        report({ ...surplus(facts, most), entity: facts.root }, message, answer);
        return;
      }
      const place: OptionPlace = {
        in: 'option',
        option: 'destinations',
        index: most,
        start: 0,
        end: list[most]?.length ?? 0,
      };
      report.option(place, message, answer);
    },
  },
  {
    kind: 'message',
    id: 'ses/recipient-entry-empty',
    aliases: [],
    about: 'choice',
    severity: everywhere('error'),
    summary: 'An entry of the request is not blank',
    remedy: 'Leave the entry out.',
    sources: ['https://github.com/domdomegg/aws-ses-v2-local/issues/44'],
    fixable: false,
    check({ options }, report) {
      for (const [index, entry] of (options.destinations ?? []).entries()) {
        if (entry.trim() !== '') continue;
        report.option(
          { in: 'option', option: 'destinations', index, start: 0, end: entry.length },
          `destinations[${index}] is blank: ${quoted(entry)}`,
          { text: 'Invalid email address .', refuses: true, evidence: 'observed' },
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/recipient-entry-header-name',
    aliases: ['address/mailto-prefix'],
    about: 'choice',
    severity: everywhere('error'),
    summary: 'An entry of the request holds an address without a field name before it',
    remedy: 'Pass the address alone.',
    sources: ['https://github.com/soto-project/soto/issues/331'],
    fixable: false,
    check({ options }, report) {
      for (const [index, entry] of (options.destinations ?? []).entries()) {
        const prefix = ENTRY_WITH_FIELD_NAME.exec(entry)?.[0];
        if (prefix === undefined) continue;
        report.option(
          { in: 'option', option: 'destinations', index, start: 0, end: prefix.length },
          `destinations[${index}] starts with ${quoted(prefix)}: ${quoted(entry)}`,
          {
            text: 'Local address contains illegal character',
            refuses: true,
            evidence: 'observed',
          },
        );
      }
    },
  },
];

/** An empty To and a recipient that is no address are told as such, not as missing. */
function hasFaultyRecipients({ addressFields }: MessageFacts): boolean {
  return addressFields.some(
    ({ field, verdict }) =>
      (field.lowerName === 'to' && field.unfolded().trim() === '') ||
      (RECIPIENT_FIELDS.has(field.lowerName) && verdict.faults.length > 0),
  );
}

/** From the first recipient that is too many to the last one. */
function surplus(
  { recipients }: MessageFacts,
  most: number,
): { readonly start: number; readonly end: number } {
  const start = recipients[most]?.start ?? 0;
  return { start, end: recipients.at(-1)?.end ?? start };
}
