/** The URIs of List fields: RFC 2369 §2, RFC 6068 §2. */

import { quoted } from '../../../errors.ts';
import type { ParsedUri } from '../../../header/uri-list-parsing.ts';
import type { Defect } from '../../../reader/defect.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import { type DefectRule, everywhere, type MessageRule, type Noticed } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';

/*
 * RFC 2369 says MUST, and the tables say error: but readers pass over a field that they cannot read,
 * and the mail itself is shown as it is. So each of these is a warning.
 */
export const uriRules: readonly (DefectRule | MessageRule)[] = [
  {
    kind: 'defect',
    id: 'list/no-angle-brackets',
    aliases: ['list/list-post-no', 'ses/unsubscribe-syntax'],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'A URI of a List field stands in angle brackets',
    remedy: 'Write <https://…>; readers pass over what has no angle brackets.',
    sources: ['RFC 2369 §2', 'RFC 2369 §3.4'],
    codes: ['uri-no-angle-brackets'],
    describe: (noticed) => {
      if (isHarmless(noticed)) return undefined;
      const { defect, field, facts } = noticed;
      const found = excerpt(facts, defect);
      if (defect.detail !== undefined) return `a "<" that no ">" closes: ${found}`;
      if (holdsEncodedWord(noticed)) return encodedMessage(found);
      const orNo = field?.lowerName === 'list-post' ? ', nor NO' : '';
      return `no URI in angle brackets${orNo}: ${found}`;
    },
  },
  {
    kind: 'defect',
    id: 'list/uri-invalid',
    aliases: ['ses/unsubscribe-syntax'],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'A URI of a List field is absolute, ASCII and without blanks',
    remedy: 'Write a scheme as in https:, and percent-encode blanks and whatever is not ASCII.',
    sources: ['RFC 2369 §2', 'RFC 3986 §3'],
    codes: ['uri-invalid'],
    describe: (noticed) => {
      const { defect, field, facts } = noticed;
      if (isHarmless(noticed)) return undefined;
      const found = excerpt(facts, defect);
      if (holdsEncodedWord(noticed)) return encodedMessage(found);
      if (isToldElsewhere(defect, field, facts)) return undefined;
      return defect.detail === 'blanks within'
        ? `a blank within a URI: ${found}`
        : `not an absolute URI: ${found}`;
    },
  },
  {
    kind: 'defect',
    id: 'list/separator',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'A comma, and nothing else, stands between two URIs of a List field',
    remedy: 'Write <uri>, <uri>: a comma between two, none at an end, and comments in parentheses.',
    sources: ['RFC 2369 §2'],
    codes: ['uri-separator'],
    describe: (noticed) => {
      if (isHarmless(noticed)) return undefined;
      const { defect, facts } = noticed;
      if (defect.detail !== undefined) return defect.detail;
      return `text behind a URI, with no comma between: ${excerpt(facts, defect)}`;
    },
  },
  {
    kind: 'message',
    id: 'list/mailto-invalid',
    aliases: [],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A mailto URI of a List field names an address',
    remedy: 'Write <mailto:leave@lists.example.com>.',
    sources: ['RFC 6068 §2'],
    check(facts, report) {
      for (const field of facts.root.fields) {
        if (!field.lowerName.startsWith('list-') || field.kind !== 'uris') continue;
        for (const { uri, span } of field.uris) {
          if (namesAnAddress(uri) || isToldOf(field, { uri, span })) continue;
          if (facts.options.template && holdsPlaceholder(uri)) continue;
          const site = { ...span, entity: facts.root, field };
          report(site, `a mailto URI without an address: ${quoted(uri)}`);
        }
      }
    },
  },
];

/** Nobody acts on the List fields of a message that is attached; templates are filled in later. */
function isHarmless({ entity, field, defect, facts }: Noticed): boolean {
  if (entity !== facts.root) return true;
  const { start, end } = field?.bodySpan ?? defect;
  return Boolean(
    facts.options.template && holdsPlaceholder(facts.octets.toString('latin1', start, end)),
  );
}

const OUTSIDE_ASCII = /[^\x00-\x7f]/;

/** A fold and an octet outside ASCII within a URI are findings of their own. */
function isToldElsewhere(
  { start, end }: Defect,
  field: HeaderField | undefined,
  { octets }: MessageFacts,
): boolean {
  if (OUTSIDE_ASCII.test(octets.toString('latin1', start, end))) return true;
  return Boolean(field?.folds.some((fold) => fold.start >= start && fold.end <= end));
}

/** Libraries encode a long URI that they take for text. */
function holdsEncodedWord({ defect, field }: Noticed): boolean {
  const words = field?.encodedWords ?? [];
  return words.some(({ span }) => span.start >= defect.start && span.end <= defect.end);
}

function encodedMessage(found: string): string {
  return `an encoded-word where a URI is due, and readers do not decode it there: ${found}`;
}

/** An address behind the scheme, or a query that has one in its `to`. */
const MAILTO = /^mailto:(?:[^@?]+@[^@?]+(?:$|\?)|[^?]*\?(?:.*&)?to=.)/i;

function namesAnAddress(uri: string): boolean {
  if (!/^mailto:/i.test(uri)) return true;
  const decoded = uri.replace(/%40/g, '@').replace(/%2c/gi, ',');
  return MAILTO.test(decoded) || /^mailto:[^?]*,/i.test(decoded);
}

function isToldOf({ defects }: HeaderField, { span }: ParsedUri): boolean {
  return defects.some(({ start, end }) => start < span.end && end > span.start);
}
