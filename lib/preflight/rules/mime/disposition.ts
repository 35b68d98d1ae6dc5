/** Content dispositions: RFC 2183. */

import { quoted } from '../../../errors.ts';
import { parseDateTime } from '../../../header/date-time-parsing.ts';
import { fieldNamed, type HeaderField } from '../../../reader/header-field.ts';
import { excerpt } from '../../excerpt.ts';
import { isDoubtful } from '../../own-entities.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';
import { wordSite } from '../../type-site.ts';
import { fieldFaultRule } from './field-fault.ts';

const DATES: ReadonlySet<string> = new Set(['creation-date', 'modification-date', 'read-date']);
const KNOWN_TYPES: readonly string[] = ['inline', 'attachment'];

export const dispositionRules: readonly MessageRule[] = [
  fieldFaultRule({
    id: 'mime/disposition-syntax',
    aliases: ['ses/content-disposition-syntax'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'Content-Disposition starts with a type: inline or attachment',
    remedy: 'Write attachment or inline, then the parameters: attachment; filename="a.pdf".',
    sources: ['RFC 2183 §2', 'https://github.com/mageplaza/magento-2-smtp/issues/217'],
    codes: ['disposition-syntax'],
    describe({ defect, facts }) {
      if (defect.start === defect.end)
        return 'no disposition type: inline or attachment comes first';
      return `${excerpt(facts, defect)} where a disposition type is due: inline or attachment`;
    },
  }),
  {
    kind: 'message',
    id: 'mime/disposition-unknown',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'A disposition is inline or attachment',
    remedy: 'Write attachment, which is what readers take it for.',
    sources: ['RFC 2183 §2.8'],
    check(facts, report) {
      for (const entity of facts.own.all) {
        const type = entity.disposition?.type;
        if (type === undefined || KNOWN_TYPES.includes(type)) continue;
        const field = fieldNamed(entity.fields, 'content-disposition');
        if (field === undefined || isCutShort(field)) continue;
        if (facts.options.template && holdsPlaceholder(type)) continue;
        report(
          wordSite(entity, field),
          `the disposition ${quoted(type)}, which readers take for attachment`,
        );
      }
    },
  },
  {
    // Nobody but file managers reads these dates, and all read the `GMT` that Exchange writes.
    kind: 'message',
    id: 'mime/disposition-date',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'The dates of a disposition are date-times of RFC 5322',
    remedy: 'Write a date-time such as "Mon, 17 Nov 2025 10:00:00 +0000", or leave it out.',
    sources: ['RFC 2183 §2.4', 'RFC 2183 §2.5', 'RFC 2183 §2.6'],
    check(facts, report) {
      for (const entity of facts.own.all) {
        for (const parameter of entity.disposition?.parameters ?? []) {
          if (!DATES.has(parameter.name)) continue;
          const field = fieldNamed(entity.fields, 'content-disposition');
          if (field === undefined || isDoubtful(field, parameter)) continue;
          if (parseDateTime(parameter.value).dateTime !== undefined) continue;
          if (facts.options.template && holdsPlaceholder(parameter.value)) continue;
          const message = `the ${parameter.name} ${quoted(parameter.value)}, which is no date-time`;
          report({ ...parameter.span, entity, field }, message);
        }
      }
    },
  },
];

/** `attach ment`: that more than one word stands there has been told. */
function isCutShort({ defects }: HeaderField): boolean {
  return defects.some(({ detail }) => detail === 'no ";" behind the disposition type');
}
