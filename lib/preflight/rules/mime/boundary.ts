/** The boundary of a multipart: RFC 2046 §5.1.1, §5.1.2. */

import { quoted } from '../../../errors.ts';
import { type ParsedParameter, parameterNamed } from '../../../header/parsed-parameter.ts';
import type { Span } from '../../../octets/span.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fieldNamed } from '../../../reader/header-field.ts';
import { excerpt } from '../../excerpt.ts';
import type { MessageFacts } from '../../facts.ts';
import { inOrderAt } from '../../in-order.ts';
import type { SesAnswer } from '../../report.ts';
import { type DefectRule, type EntityRule, everywhere, type MessageRule } from '../../rule.ts';
import { holdsPlaceholder } from '../../template.ts';
import { isBoundaryInDoubt, isMediaTypeBroken } from './field-fault.ts';

const RAW_PAGE = 'https://docs.aws.amazon.com/ses/latest/dg/send-email-raw.html';

const PARTS_VANISH: SesAnswer = { refuses: false, evidence: 'documented' };

/** Its parser takes the first line that starts with "--" for the delimiter. */
const GUESSED: SesAnswer = { refuses: false, evidence: 'inferred' };
const NOT_GUESSED: SesAnswer = {
  text: 'Missing start boundary',
  refuses: true,
  evidence: 'inferred',
};

/** Printable ASCII, and TAB, that no boundary holds; what lies outside has rules of its own. */
const NO_BOUNDARY_CHARACTER = /[\t!-~](?<![A-Za-z0-9'()+_,\-./:=?])/;

const BLANKS_AT_END = /[ \t]+$/;

/** SpamAssassin knows a mass mailer by it. */
const HYPHENS_AND_DIGITS = /^--\d+$/;

export const boundaryRules: readonly (DefectRule | EntityRule | MessageRule)[] = [
  {
    kind: 'entity',
    id: 'mime/boundary-missing',
    aliases: ['ses/boundary-missing'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A multipart has a boundary parameter',
    remedy: 'Write the boundary that stands in the delimiter lines of the body.',
    sources: ['RFC 2046 §5.1.1'],
    check(entity, report, facts) {
      const defect = entity.defects.find(({ code }) => code === 'boundary-missing');
      if (defect === undefined || isMediaTypeBroken(entity)) return;
      const { start, end } = defect;
      const field = fieldNamed(entity.fields, 'content-type');
      const { essence, parameters } = entity.mediaType;
      const isEmpty = parameterNamed(parameters, 'boundary') !== undefined;
      report(
        { start, end, entity, ...(field !== undefined && { field }) },
        `${essence} with ${isEmpty ? 'an empty boundary' : 'no boundary parameter'}`,
        isEmpty || mayHoldDelimiter(facts, entity) ? GUESSED : NOT_GUESSED,
      );
    },
  },
  {
    kind: 'defect',
    id: 'mime/boundary-too-long',
    aliases: ['ses/boundary-syntax'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A boundary holds at most 70 characters',
    remedy: 'Use a shorter boundary, here and in the delimiter lines.',
    sources: ['RFC 2046 §5.1.1'],
    codes: ['boundary-too-long'],
    describe: ({ defect, entity }) =>
      isMediaTypeBroken(entity)
        ? undefined
        : `a boundary of ${defect.detail ?? 'too many characters'}, of 70 allowed`,
  },
  {
    kind: 'entity',
    id: 'mime/boundary-chars',
    aliases: ['ses/boundary-syntax'],
    about: 'form',
    // A MUST, but readers compare octets: nobody was seen to split such a message otherwise.
    severity: everywhere('warning'),
    summary: "A boundary holds letters, digits, '()+_,-./:=? and blanks within",
    remedy: "Use a boundary of letters, digits and '()+_,-./:=? alone.",
    sources: ['RFC 2046 §5.1.1'],
    check(entity, report, facts) {
      if (!hasDefect(entity, 'boundary-chars', facts)) return;
      reportWithin(facts, entity, NO_BOUNDARY_CHARACTER, (found, place) => {
        report(place, `${quoted(found)} in a boundary, which may not hold it`);
      });
    },
  },
  {
    kind: 'entity',
    id: 'mime/boundary-trailing-space',
    aliases: ['ses/boundary-syntax'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A boundary does not end in a blank',
    remedy: 'Take out the blank, here and in the delimiter lines.',
    sources: ['RFC 2046 §5.1.1'],
    check(entity, report, facts) {
      if (!hasDefect(entity, 'boundary-trailing-space', facts)) return;
      reportWithin(facts, entity, BLANKS_AT_END, (_, place) => {
        report(place, 'a boundary that ends in a blank, which lines lose on the way');
      });
    },
  },
  {
    kind: 'defect',
    id: 'mime/boundary-in-content',
    aliases: ['ses/boundary-collision'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'No line within a part starts like a delimiter of the multipart',
    remedy: 'Use a boundary that starts no line of the content, or encode the content.',
    sources: ['RFC 2046 §5.1', 'RFC 2046 §5.1.1', RAW_PAGE],
    codes: ['boundary-in-content'],
    describe: ({ defect, entity, facts }) =>
      isBoundaryInDoubt(entity)
        ? undefined
        : `the line ${excerpt(facts, defect)} starts like the delimiter ${quoted(`--${entity.boundary ?? ''}`)}, and readers compare starts`,
    ses: PARTS_VANISH,
  },
  {
    kind: 'defect',
    id: 'mime/boundary-nested-clash',
    aliases: ['ses/boundary-collision'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'No boundary starts that of a multipart around it, or is started by it',
    remedy: 'Give each multipart a boundary of its own, such that none starts another.',
    sources: ['RFC 2046 §5.1.1', 'RFC 2046 §5.1.2', RAW_PAGE],
    codes: ['boundary-nested-clash'],
    looksIntoAttached: true,
    describe({ defect, entity, facts }) {
      if (isMediaTypeBroken(entity) || !clashesWithOwn(facts, entity)) return undefined;
      const boundary = quoted(entity.boundary ?? '');
      return defect.detail === 'the same'
        ? `the boundary ${boundary} is also that of a multipart around it`
        : `the boundary ${boundary} and that of a multipart around it start alike`;
    },
    ses: PARTS_VANISH,
  },
  {
    kind: 'message',
    id: 'mime/boundary-spamlike',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'A boundary is not just two hyphens and digits',
    remedy: 'Use a boundary with letters in it.',
    sources: ['measured: SpamAssassin MIME_BOUND_DD_DIGITS 3.0'],
    check(facts, report) {
      const { root } = facts;
      if (root.boundary === undefined || !HYPHENS_AND_DIGITS.test(root.boundary)) return;
      reportWithin(facts, root, HYPHENS_AND_DIGITS, (found, place) => {
        report(place, `the boundary ${quoted(found)} is one that SpamAssassin scores`);
      });
    },
  },
];

/** Whether a line of the body starts with two hyphens. */
function mayHoldDelimiter({ octets }: MessageFacts, { body: { start, end } }: Entity): boolean {
  const body = octets.subarray(start, end);
  return body.toString('latin1', 0, 2) === '--' || body.includes('\n--') || body.includes('\r--');
}

function hasDefect(
  entity: Entity,
  code: 'boundary-chars' | 'boundary-trailing-space',
  facts: MessageFacts,
): boolean {
  if (!entity.defects.some((defect) => defect.code === code)) return false;
  if (facts.options.template === true && holdsPlaceholder(entity.boundary ?? '')) return false;
  return facts.own.has(entity) && !isMediaTypeBroken(entity);
}

/** A clash within an attached message is another's; one with a multipart around that splits ours. */
function clashesWithOwn({ root }: MessageFacts, entity: Entity): boolean {
  const { boundary = '', span } = entity;
  let at: Entity | undefined = root;
  while (at !== entity && at?.boundary !== undefined) {
    if (at.boundary.startsWith(boundary) || boundary.startsWith(at.boundary)) return true;
    at = inOrderAt(at.parts, span.start, (part) => part.span);
  }
  return false;
}

/** Tells what matches in a boundary, and where: in the whole parameter if it is not written as it is. */
function reportWithin(
  { octets }: MessageFacts,
  entity: Entity,
  pattern: RegExp,
  found: (match: string, place: Span & { readonly entity: Entity }) => void,
): void {
  const parameter = parameterNamed(entity.mediaType.parameters, 'boundary');
  const match = parameter && pattern.exec(parameter.value);
  if (parameter === undefined || !match) return;
  const field = fieldNamed(entity.fields, 'content-type');
  const valueStart = startOfValue(octets, parameter);
  const start = valueStart === undefined ? undefined : valueStart + match.index;
  const span = start === undefined ? parameter.span : { start, end: start + match[0].length };
  found(match[0], { ...span, entity, ...(field !== undefined && { field }) });
}

function startOfValue(octets: Buffer, { value, span }: ParsedParameter): number | undefined {
  const at = octets.toString('latin1', span.start, span.end).lastIndexOf(value);
  return at === -1 ? undefined : span.start + at;
}
