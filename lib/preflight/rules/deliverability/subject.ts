/** What filters hold against subjects: measured with SpamAssassin 4.0.1 and rspamd 3.4. */

import { quoted } from '../../../errors.ts';
import { isBlank } from '../../../octets/ascii.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { bodySpan } from '../list/body-span.ts';
import { absentField, hasLostFields } from '../rfc5322/header-state.ts';

/** Characters from which SpamAssassin counts a subject as shouted. */
const CAPITALS_MIN = 10;

const REPLY_PREFIXES = /^(?:(?:re|fwd?|aw|wg|sv|tr|rv)(?:\[\d+\])?:\s*)+/i;
const CAPITAL = /\p{Lu}/gu;
const NOT_CAPITAL = /[\p{Ll}\p{Lo}]/u;
const CAPITAL_WORD = /\p{Lu}{2}/u;

export const subjectRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'deliverability/subject-missing',
    aliases: ['ses/subject-missing'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A message has a subject',
    remedy: 'Write a Subject that says what the message is about.',
    sources: [
      'RFC 5322 §3.6.5',
      'measured: rspamd 3.4 MISSING_SUBJECT 2.0',
      'measured: rspamd 3.4 EMPTY_SUBJECT 1.0',
      'SpamAssassin 4.0.1 MISSING_SUBJECT',
    ],
    check(facts, report) {
      const { root } = facts;
      const [field] = facts.fieldsNamed('subject');
      if (field === undefined) {
        if (!hasLostFields(facts)) report(absentField(facts), 'no Subject field');
      } else if (isBlank(field.text)) {
        report({ ...field.span, entity: root, field }, 'the field "Subject" is empty');
      }
    },
  },
  {
    kind: 'message',
    id: 'deliverability/subject-all-caps',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A subject is not all capitals',
    remedy: 'Write the subject in lower case where words have it.',
    sources: [
      'measured: SpamAssassin 4.0.1 SUBJ_ALL_CAPS 0.5',
      'measured: rspamd 3.4 SUBJ_ALL_CAPS 1.9',
    ],
    check(facts, report) {
      const [field] = facts.fieldsNamed('subject');
      if (field === undefined) return;
      const words = field.text.replace(REPLY_PREFIXES, '');
      // Codes and numbers are no shouting, so the letters count and not the characters.
      if (NOT_CAPITAL.test(words) || (words.match(CAPITAL)?.length ?? 0) < CAPITALS_MIN) return;
      if (words.split(/\s+/).filter((word) => CAPITAL_WORD.test(word)).length < 2) return;
      const site = { ...bodySpan(field), entity: facts.root, field };
      report(site, `a subject all in capitals: ${quoted(field.text)}`);
    },
  },
  {
    kind: 'message',
    id: 'deliverability/fake-reply',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A subject that starts with Re: is that of a reply',
    remedy: 'Write In-Reply-To and References, or take the Re: away.',
    sources: ['https://support.google.com/a/answer/81126', 'rspamd 3.4 FAKE_REPLY 1.0'],
    check(facts, report) {
      // People forward without References, so Fwd: says nothing.
      const [field] = facts.fieldsNamed('subject');
      if (hasLostFields(facts) || field === undefined || !/^re(?:\[\d+\])?:/i.test(field.text))
        return;
      if (THREADED.some((name) => facts.fieldsNamed(name).length > 0)) return;
      const site = { ...bodySpan(field), entity: facts.root, field };
      report(
        site,
        `${quoted(field.text)} looks like a reply, but no In-Reply-To or References says to what`,
      );
    },
  },
];

/** Exchange threads by fields of its own. */
const THREADED = ['in-reply-to', 'references', 'thread-index'];
