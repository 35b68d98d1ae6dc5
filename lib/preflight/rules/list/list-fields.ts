/** Fields that tell programs what a message is: RFC 2919, RFC 3834, RFC 5436. */

import { blankComments } from '../../../header/comment-blanking.ts';
import { ParameterScanner } from '../../../header/parameter-scanner.ts';
import { trimBlanks } from '../../../octets/ascii.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import { excerpt } from '../../excerpt.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';
import { bodySpan } from './body-span.ts';

/** RFC 2919 §3: the whole identifier, without the angles. */
const LIST_ID_OCTETS_MAX = 255;

const LIST_ID = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)+$/;

/** RFC 3834 §5.1 and RFC 5436 §2.7.1; private ones may start with `x-`. */
const AUTO_SUBMITTED = /^(?:no|auto-(?:generated|replied|notified)|x-[^\s;]+)$/i;

/** Those that RFC 3834 names, and those that old mailers write. */
const PRECEDENCES: ReadonlySet<string> = new Set([
  'bulk',
  'list',
  'junk',
  'first-class',
  'special-delivery',
  'normal',
]);

export const listFieldRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'list/list-id-syntax',
    aliases: [],
    about: 'form',
    // The table says error; but readers that cannot read it only sort the mail less well.
    severity: everywhere('warning'),
    summary: 'List-Id ends in an identifier like <notes.lists.example.com>',
    remedy: 'Write List-Id: Name <label.domain>, in ASCII, of at most 255 characters.',
    sources: ['RFC 2919 §2', 'RFC 2919 §3'],
    check(facts, report) {
      const [field] = facts.fieldsNamed('list-id');
      if (field === undefined) return;
      const text = field.unfolded();
      const inAngles = /<([^<>]*)>[^<>]*$/.exec(text);
      const id = inAngles?.[1];
      if (id !== undefined && id.length <= LIST_ID_OCTETS_MAX && LIST_ID.test(id)) return;
      if (/[^\x00-\x7f]/.test(id ?? text)) return;
      if (facts.options.template && holdsPlaceholder(text)) return;
      const span =
        inAngles === null
          ? bodySpan(field)
          : field.spanOf({
              start: inAngles.index,
              end: inAngles.index + (id ?? '').length + 2,
            });
      report({ ...span, entity: facts.root, field }, listIdMessage(id, excerpt(facts, span)));
    },
  },
  {
    kind: 'message',
    id: 'list/precedence',
    aliases: [],
    about: 'choice',
    severity: everywhere('info'),
    summary: 'Precedence says bulk, list or junk',
    remedy: 'Write bulk, list or junk, or leave the field out.',
    sources: ['RFC 3834 §3.1.8'],
    check(facts, report) {
      const [field] = facts.fieldsNamed('precedence');
      if (field === undefined) return;
      if (PRECEDENCES.has(firstWord(field).toLowerCase())) return;
      if (facts.options.template && holdsPlaceholder(field.unfolded())) return;
      const span = bodySpan(field);
      report(
        { ...span, entity: facts.root, field },
        `${excerpt(facts, span)} means nothing as a precedence; programs know bulk, list and junk`,
      );
    },
  },
  {
    kind: 'message',
    id: 'list/auto-submitted-syntax',
    aliases: [],
    // Any token may be an extension, so what is written may be meant.
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'Auto-Submitted says no, auto-generated, auto-replied or auto-notified',
    remedy: 'Write auto-generated, auto-replied, auto-notified or no.',
    sources: ['RFC 3834 §5.1', 'RFC 5436 §2.7.1'],
    check(facts, report) {
      const [field] = facts.fieldsNamed('auto-submitted');
      if (field === undefined || AUTO_SUBMITTED.test(firstWord(field))) return;
      if (facts.options.template && holdsPlaceholder(field.unfolded())) return;
      const span = bodySpan(field);
      report(
        { ...span, entity: facts.root, field },
        `${excerpt(facts, span)} is no keyword of Auto-Submitted: ` +
          'no, auto-generated, auto-replied, auto-notified',
      );
    },
  },
  {
    kind: 'message',
    id: 'list/auto-replied-without-reference',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'An automatic reply names the message that it answers',
    remedy: 'Write its Message-ID into In-Reply-To and References.',
    sources: ['RFC 3834 §3.1.6'],
    check(facts, report) {
      const [field] = facts.fieldsNamed('auto-submitted');
      if (field === undefined || firstWord(field).toLowerCase() !== 'auto-replied') return;
      if (facts.fieldsNamed('in-reply-to').length > 0) return;
      if (facts.fieldsNamed('references').length > 0) return;
      report(
        { ...bodySpan(field), entity: facts.root, field },
        'auto-replied, but neither In-Reply-To nor References says to what',
      );
    },
  },
];

function listIdMessage(id: string | undefined, found: string): string {
  if (id === undefined) return `no identifier in angle brackets: ${found}`;
  if (id.length > LIST_ID_OCTETS_MAX) {
    return `an identifier of ${id.length} characters, of ${LIST_ID_OCTETS_MAX} allowed`;
  }
  return LIST_ID.test(`${id}.x`)
    ? `an identifier without a dot: ${found}`
    : `not dot-separated words of ASCII: ${found}`;
}

/** The word before comments and parameters. */
function firstWord(field: HeaderField): string {
  const text = blankComments(new ParameterScanner(field.unfolded(), 0));
  return trimBlanks(text.split(';', 1)[0] ?? '');
}
