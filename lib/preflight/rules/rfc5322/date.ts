/** Date and Resent-Date: RFC 5322 §3.3, §3.6.1, §4.3. */

import { quoted } from '../../../errors.ts';
import { trimBlanks } from '../../../octets/ascii.ts';
import type { DefectCode } from '../../../reader/defect.ts';
import { excerpt } from '../../excerpt.ts';
import type { DefectRule, MessageRule, Noticed, Rule, RuleHead } from '../../rule.ts';
import { absentField, hasLostFields, ownFaults, whereNotWritten } from './header-state.ts';

/** Dates that RFC 5322 defines and that are of this message; those of others are not ours to mend. */
const DATES: ReadonlySet<string> = new Set(['date', 'resent-date']);

const PATTERN = 'Mon, 17 Nov 2025 10:00:00 +0000';

const missing: MessageRule = {
  kind: 'message',
  id: 'rfc5322/date-missing',
  aliases: [],
  // A choice: the author may leave it to the carrier, as SES's APIs let them.
  about: 'choice',
  severity: whereNotWritten('error'),
  summary: 'A message has a Date field',
  remedy: `Write a Date field: Date: ${PATTERN}.`,
  sources: [
    'RFC 5322 §3.6.1',
    'measured: SpamAssassin 4.0.1 MISSING_DATE 2.7',
    'measured: rspamd 3.4 MISSING_DATE 1.0',
  ],
  check(facts, report) {
    const isDue = facts.options.template !== true && facts.fieldsNamed('date').length === 0;
    if (isDue && !hasLostFields(facts)) report(absentField(facts), 'no Date field');
  },
};

const rows: readonly (Pick<RuleHead, 'id' | 'summary' | 'remedy' | 'sources' | 'severity'> & {
  readonly code: DefectCode;
  readonly describe: (noticed: Noticed) => string;
})[] = [
  {
    id: 'rfc5322/date-invalid',
    code: 'date-invalid',
    severity: whereNotWritten('error'),
    summary: 'Date holds a date-time',
    remedy: `Write a date like ${PATTERN}.`,
    sources: [
      'RFC 5322 §3.3',
      'measured: SpamAssassin 4.0.1 INVALID_DATE 1.7',
      'measured: rspamd 3.4 INVALID_DATE 1.5',
    ],
    describe: ({ defect, facts }) =>
      `${defect.detail ?? 'not a date-time'}: ${excerpt(facts, defect)}`,
  },
  {
    id: 'rfc5322/date-out-of-range',
    code: 'date-out-of-range',
    severity: whereNotWritten('error'),
    summary: 'Day, time and zone of a date-time exist',
    remedy: 'Write a day of the month, an hour up to 23, a minute up to 59, a zone up to 2359.',
    sources: ['RFC 5322 §3.3', 'measured: SpamAssassin 4.0.1 INVALID_DATE_TZ_ABSURD'],
    describe: ({ defect, facts, field }) =>
      `no such ${defect.detail}: ${excerpt(facts, defect)} in ${written(field)}`,
  },
  {
    id: 'rfc5322/date-weekday-mismatch',
    code: 'date-weekday-mismatch',
    // A MUST, but neither filter nor reader was seen to look at the weekday.
    severity: whereNotWritten('warning'),
    summary: 'The weekday is that of the date',
    remedy: 'Write the weekday of that date, or leave it out with its comma.',
    sources: ['RFC 5322 §3.3'],
    describe: ({ defect, facts, field }) =>
      `${excerpt(facts, defect)} is not the weekday, ${defect.detail}: ${written(field)}`,
  },
  {
    id: 'rfc5322/date-obsolete',
    code: 'date-obsolete',
    severity: whereNotWritten('warning'),
    summary: 'A date-time is written without obsolete forms',
    remedy: `Write it in the form of today: ${PATTERN}.`,
    sources: ['RFC 5322 §3.3', 'RFC 5322 §4.3'],
    describe: ({ defect, field }) => `${defect.detail}: ${written(field)}`,
  },
];

export const dateRules: readonly Rule[] = [missing, ...rows.map(dateRule)];

function dateRule({ code, describe, ...info }: (typeof rows)[number]): DefectRule {
  return {
    kind: 'defect',
    aliases: [],
    about: 'form',
    ...info,
    codes: [code],
    describe: (noticed) => (isOwn(noticed, code) ? describe(noticed) : undefined),
  };
}

function isOwn({ defect, entity, field, facts }: Noticed, code: DefectCode): boolean {
  if (entity !== facts.root || field === undefined || !DATES.has(field.lowerName)) return false;
  const own = ownFaults(facts, field, new Set([code]));
  return own.includes(defect);
}

function written(field: Noticed['field']): string {
  return quoted(trimBlanks(field?.unfolded() ?? ''));
}
