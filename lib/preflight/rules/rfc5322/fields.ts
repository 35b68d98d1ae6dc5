/** Which fields there must be, may be once, and may not be empty: RFC 5322 §3.6. */

import { onceOnlyFieldNames, repeatedFieldText } from '../../../carrier/once-only-fields.ts';
import { quoted } from '../../../errors.ts';
import { CR, isBlank } from '../../../octets/ascii.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fieldNamed, type HeaderField } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import type { SesAnswer } from '../../report.ts';
import { atSes, everywhere, type MessageRule } from '../../rule.ts';
import { hasLostFields } from './header-state.ts';
import { NEVER_EMPTY } from './never-empty.ts';

/** Once by the standards: RFC 5322 §3.6, RFC 2045 §3, RFC 2369 §3, RFC 2919 §3, RFC 3834 §5.1. */
const ONCE_BY_STANDARD =
  /^(?:date|from|sender|reply-to|to|cc|bcc|message-id|in-reply-to|references|subject|mime-version|content-.*|list-.*|auto-submitted)$/;

/** What says how a part is read: of two, readers take one or the other. */
const OF_PARTS: ReadonlySet<string> = new Set([
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
  'content-id',
]);

/** Empty, they leave a part unreadable or without a name; of Content-Type another rule tells. */
const NEVER_EMPTY_IN_PARTS: readonly string[] = [
  'content-transfer-encoding',
  'content-disposition',
];

const TEMPLATE_MAY_LEAVE_EMPTY: ReadonlySet<string> = new Set(['to', 'cc']);

const HEADER_FIELDS_PAGE = 'https://docs.aws.amazon.com/ses/latest/dg/header-fields.html';

export const fieldRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'rfc5322/duplicate-header',
    aliases: ['ses/header-duplicate', 'ses/address-header-repeated'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A field that may occur once occurs once',
    remedy: 'Keep the one that is meant; merge the addresses of To, Cc and Bcc into one field.',
    sources: ['RFC 5322 §3.6', 'RFC 2045 §3', 'RFC 2369 §3', HEADER_FIELDS_PAGE],
    check(facts, report) {
      const answerTo = sesRepeats(facts);
      for (const field of repeated(facts.root, (name) => ONCE_BY_STANDARD.test(name))) {
        report({ ...field.span, entity: facts.root, field }, repeatMessage(field), answerTo(field));
      }
      for (const entity of facts.own.all) {
        if (entity === facts.root || entity.fields.length < 2) continue;
        for (const field of repeated(entity, (name) => OF_PARTS.has(name))) {
          report({ ...field.span, entity, field }, repeatMessage(field));
        }
      }
    },
  },
  {
    kind: 'message',
    id: 'ses/header-once-only',
    aliases: ['ses/header-duplicate', 'ses/dkim-multiple'],
    about: 'form',
    severity: atSes('error'),
    summary: 'A field that SES takes once occurs once',
    remedy: 'Keep one of them; a forwarded message needs none of its trace and signature fields.',
    sources: [HEADER_FIELDS_PAGE, 'https://github.com/axllent/mailpit/issues/642'],
    check(facts, report) {
      const isOurs = (name: string) => onceOnlyFieldNames.has(name) && !ONCE_BY_STANDARD.test(name);
      const answerTo = sesRepeats(facts);
      for (const field of repeated(facts.root, isOurs)) {
        report({ ...field.span, entity: facts.root, field }, repeatMessage(field), answerTo(field));
      }
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/empty-field',
    aliases: ['ses/to-header-empty', 'ses/from-header-empty', 'ses/address-header-empty'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A structured field is not empty',
    remedy: 'Fill the field or take it out; of an empty To, pass the recipients as destinations.',
    sources: ['RFC 5322 §3.6', 'https://github.com/daniel-zahariev/php-aws-ses/issues/32'],
    check(facts, report) {
      for (const field of facts.root.fields) {
        if (!NEVER_EMPTY.has(field.lowerName) || !isBlank(field.unfolded())) continue;
        if (facts.options.template && TEMPLATE_MAY_LEAVE_EMPTY.has(field.lowerName)) continue;
        const site = { ...field.span, entity: facts.root, field };
        report(site, `the field ${quoted(field.name)} is empty`, emptyAnswers.get(field.lowerName));
      }
      for (const entity of facts.own.all) {
        for (const name of NEVER_EMPTY_IN_PARTS) {
          const field = fieldNamed(entity.fields, name);
          if (field === undefined || !isBlank(field.unfolded())) continue;
          const message = `the field ${quoted(field.name)} is empty`;
          report({ ...field.span, entity, field }, message, emptyAnswers.get(name));
        }
      }
    },
  },
  {
    kind: 'message',
    id: 'rfc5322/from-missing',
    aliases: ['ses/from-missing', 'ses/from-header-missing'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A message has a From field',
    remedy:
      'Write a From field, also where the request names a source: receivers refuse mail without.',
    sources: [
      'RFC 5322 §3.6.2',
      'https://github.com/aws/aws-sdk-php/issues/68',
      'https://github.com/soto-project/soto/issues/469',
    ],
    check(facts, report) {
      if (facts.fieldsNamed('from').length > 0 || hasLostFields(facts)) return;
      const { start } = facts.root.headerSection;
      report(
        { start, end: start, entity: facts.root },
        'no From field',
        facts.requestSender === undefined
          ? { text: "Missing required header 'From'.", refuses: true, evidence: 'observed' }
          : { refuses: false, evidence: 'observed' },
      );
    },
  },
];

const emptyAnswers: ReadonlyMap<string, SesAnswer> = new Map<string, SesAnswer>([
  ['to', { text: "Empty required header 'To'.", refuses: true, evidence: 'observed' }],
  ['from', { text: "Empty required header 'From'.", refuses: false, evidence: 'inferred' }],
  [
    'content-disposition',
    { text: 'Expected disposition, got null', refuses: true, evidence: 'inferred' },
  ],
]);

/** The second and later fields of each name that the claim holds for. */
function repeated({ fields }: Entity, isOnceOnly: (lowerName: string) => boolean): HeaderField[] {
  const seen = new Set<string>();
  return fields.filter(({ lowerName }) => {
    if (!seen.has(lowerName)) {
      seen.add(lowerName);
      return false;
    }
    return isOnceOnly(lowerName);
  });
}

function repeatMessage({ name }: HeaderField): string {
  return `the field ${quoted(name)} again; it may occur once`;
}

/** What SES says to a repeat, by field; each name is looked at once, however often it occurs. */
function sesRepeats(facts: MessageFacts): (field: HeaderField) => SesAnswer {
  const answers = new Map<string, SesAnswer>();
  return ({ name, lowerName }) => {
    const answer = answers.get(lowerName) ?? sesRepeat(facts, name, lowerName);
    answers.set(lowerName, answer);
    return answer;
  };
}

/** SES takes several To, Cc and Bcc fields, and counts all that is in them. */
function sesRepeat(facts: MessageFacts, name: string, lowerName: string): SesAnswer {
  if (!onceOnlyFieldNames.has(lowerName)) return { refuses: false, evidence: 'observed' };
  const seen = facts.fieldsNamed(lowerName).filter((field) => !isBehindCr(facts, field));
  const text = repeatedFieldText(name);
  if (seen.length < 2) return { text, refuses: false, evidence: 'inferred' };
  return { text, refuses: true, evidence: 'documented' };
}

/** Whether SES, which was seen not to take a CR for a line end, may see no field there. */
function isBehindCr({ octets }: MessageFacts, { span }: HeaderField): boolean {
  return octets[span.start - 1] === CR;
}
