/** How much a header section and a subject may hold: limits of Gmail, scores of filters. */

import { quoted } from '../../../errors.ts';
import { trimBlanksAtStart } from '../../../octets/ascii.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { isPlaceholder } from './header-state.ts';
import { SECTION_TOO_LONG } from './read-on.ts';

const GMAIL_LIMITS = 'https://support.google.com/a/answer/14016360';

const SUBJECT_CHARACTERS_MAX = 200;
const SECTION_OCTETS_MAX = 500 * 1024;
const FIELDS_MAX = 5000;
const FIELD_OCTETS_MAX = 32 * 1024;
/** Gmail lets these be longer. */
const LONG_FIELDS: ReadonlySet<string> = new Set(['to', 'cc', 'references']);

export const sizeRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'rfc5322/subject-too-long',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A subject has at most 200 characters',
    remedy: 'Write a shorter subject: readers show the first 60 characters or so.',
    sources: ['rspamd LONG_SUBJ', GMAIL_LIMITS],
    check(facts, report) {
      const [field] = facts.fieldsNamed('subject');
      if (field === undefined || isShort(field) || isPlaceholder(facts, field)) return;
      const length = [...field.text].length;
      if (length <= SUBJECT_CHARACTERS_MAX) return;
      report(
        { ...textSpan(field), entity: facts.root, field },
        `a subject of ${length} characters; filters score more than ${SUBJECT_CHARACTERS_MAX}`,
      );
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/header-section-too-large',
    aliases: ['ses/header-section-size'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'All fields hold at most 500 KB, one at most 32 KB, and they are at most 5,000',
    remedy: 'Shorten the fields, or move what they say into the body.',
    sources: [GMAIL_LIMITS, 'https://github.com/aws/aws-sdk-php/issues/981'],
    check({ root }, report) {
      const { start, end } = root.headerSection;
      if (end - start <= FIELD_OCTETS_MAX && root.fields.length <= FIELDS_MAX) return;
      if (end - start > SECTION_OCTETS_MAX) {
        report(
          { start: start + SECTION_OCTETS_MAX, end, entity: root },
          `a header section of ${end - start} octets, of ${SECTION_OCTETS_MAX} that Gmail takes`,
          SECTION_TOO_LONG,
        );
        return;
      }
      const surplus = root.fields[FIELDS_MAX];
      if (surplus !== undefined) {
        report(
          { start: surplus.span.start, end, entity: root },
          `${root.fields.length} header fields, of ${FIELDS_MAX} that Gmail takes`,
        );
      }
      for (const field of root.fields) {
        const { bodySpan, lowerName, name } = field;
        const length = bodySpan.end - bodySpan.start;
        if (length <= FIELD_OCTETS_MAX || LONG_FIELDS.has(lowerName)) continue;
        report(
          { start: bodySpan.start + FIELD_OCTETS_MAX, end: bodySpan.end, entity: root, field },
          `${length} octets in the field ${quoted(name)}, of ${FIELD_OCTETS_MAX} that Gmail takes`,
          SECTION_TOO_LONG,
        );
      }
    },
  },
];

/** Decoded text has no more characters than there are octets. */
function isShort({ bodySpan }: HeaderField): boolean {
  return bodySpan.end - bodySpan.start <= SUBJECT_CHARACTERS_MAX;
}

function textSpan(field: HeaderField): { readonly start: number; readonly end: number } {
  const text = field.unfolded();
  return field.spanOf({ start: text.length - trimBlanksAtStart(text).length, end: text.length });
}
