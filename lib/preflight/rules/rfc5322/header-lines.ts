/** Lines of a header section, and the names that they start with: RFC 5322 §2.1, §2.2. */

import { quoted } from '../../../errors.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import type { SesAnswer } from '../../report.ts';
import { type DefectRule, type EntityRule, everywhere, type Rule } from '../../rule.ts';
import { firstLine } from './first-line.ts';
import { isUtf16 } from './header-state.ts';
import { DUPLICATE_TYPE, hasTypeAgain, isAllHeader, SECTION_TOO_LONG } from './read-on.ts';

/** With its colon it fills a line of 78, so that nothing of the body can stand beside it. */
const NAME_OCTETS_MAX = 76;

const namedDefects: readonly DefectRule[] = [
  {
    kind: 'defect',
    id: 'rfc5322/header-line-malformed',
    aliases: ['ses/header-no-colon'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A line of a header section is a field or continues one',
    remedy: 'Take the line out, or start it with a blank if it continues the field before it.',
    sources: ['RFC 5322 §2.2', 'measured: rspamd 3.4 BROKEN_HEADERS 8.0'],
    codes: ['header-line-malformed'],
    describe: ({ defect, facts }) =>
      `neither a header field nor a continuation line: ${firstLine(facts, defect)}`,
  },
  {
    kind: 'defect',
    id: 'rfc5322/field-name-invalid',
    aliases: ['ses/header-name-invalid'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A field name is of ASCII characters from ! to ~, but for the colon',
    remedy: 'Write a name of letters, digits and hyphens.',
    sources: ['RFC 5322 §2.2', 'RFC 5322 §3.6.8'],
    codes: ['field-name-invalid'],
    describe: ({ defect, facts }) =>
      isUtf16(facts) ? undefined : `not a field name: ${excerpt(facts, defect)}`,
  },
  {
    kind: 'defect',
    id: 'rfc5322/field-name-empty',
    aliases: ['ses/header-name-empty'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A field has a name',
    remedy: 'Write the name before the colon, or take the line out.',
    sources: ['RFC 5322 §2.2', 'https://github.com/aws/aws-sdk-php/issues/1459'],
    codes: ['field-name-empty'],
    describe: () => 'no field name before this colon',
    ses: { text: 'Empty header names are illegal.', refuses: true, evidence: 'observed' },
  },
  {
    kind: 'defect',
    id: 'rfc5322/space-before-colon',
    aliases: ['ses/header-name-invalid'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'The colon follows the field name at once',
    remedy: 'Take out the blanks before the colon.',
    sources: ['RFC 5322 §4.5'],
    codes: ['space-before-colon'],
    describe: ({ field }) =>
      `a blank between the field name${field ? ` ${quoted(field.name)}` : ''} and its colon`,
  },
];

const lineChecks: readonly EntityRule[] = [
  {
    kind: 'entity',
    id: 'rfc5322/missing-separator',
    aliases: ['ses/header-body-separator'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'An empty line stands between the header section and the body',
    remedy: 'Write the header fields, an empty line, then the body.',
    sources: ['RFC 5322 §2.1', 'https://github.com/xreef/EMailSender/issues/49'],
    check(entity, report, facts) {
      if (isUtf16(facts)) return;
      for (const { code, start, end } of entity.defects) {
        if (code !== 'missing-separator') continue;
        const rest = { start, end: entity.span.end };
        report(
          { start, end, entity },
          entity === facts.root && entity.fields.length === 0
            ? `no header field in front of ${firstLine(facts, rest)}: this looks like no message`
            : `no empty line between the header section and ${firstLine(facts, rest)}`,
          entity === facts.root ? answerTo(facts, start) : undefined,
        );
      }
    },
  },
  {
    kind: 'entity',
    id: 'rfc5322/field-name-too-long',
    aliases: [],
    about: 'form',
    // No reader or filter was seen to mind: the table's warning is a piece of information.
    severity: everywhere('info'),
    summary: 'A field name leaves room for a body on a line of 78',
    remedy: 'Write a shorter name.',
    sources: ['RFC 5322 §2.1.1'],
    check(entity, report) {
      for (const field of entity.fields) {
        const { name } = field;
        if (name.length <= NAME_OCTETS_MAX) continue;
        const message = `a field name of ${name.length} characters, of ${NAME_OCTETS_MAX} that fit on a line of 78`;
        report({ ...field.nameSpan, entity, field }, message);
      }
    },
  },
];

export const headerLineRules: readonly Rule[] = [...namedDefects, ...lineChecks];

/** What SES says where it reads on. */
function answerTo(facts: MessageFacts, start: number): SesAnswer | undefined {
  if (hasTypeAgain(facts, start)) {
    return { text: DUPLICATE_TYPE, refuses: true, evidence: 'observed' };
  }
  return isAllHeader(facts, start) ? SECTION_TOO_LONG : undefined;
}
