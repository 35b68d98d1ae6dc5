/** Parameters given twice, in segments or in extended form: RFC 2045 §5.1, RFC 2231, RFC 6838 §4.3. */

import { type ParsedParameter, parameterNamed } from '../../../header/parsed-parameter.ts';
import { isAscii } from '../../../octets/ascii.ts';
import type { Span } from '../../../octets/span.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import { excerpt } from '../../excerpt.ts';
import { type DefectRule, everywhere, type Noticed } from '../../rule.ts';

/** A name, without the marks of RFC 2231, and a value, quoted or not. */
const WRITTEN = /^([^\s=*]+)[^=]*=\s*("?)([\s\S]*?)\2$/;

const EXTENSION = /\.[^.]*$/;

export const parameterFormRules: readonly DefectRule[] = [
  {
    kind: 'defect',
    id: 'mime/parameter-duplicate',
    aliases: ['ses/parameter-duplicate'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A parameter is given once',
    remedy: 'Keep the one that is meant: some readers take the first, others the last.',
    sources: ['RFC 2045 §5.1', 'RFC 2231 §3', 'RFC 6838 §4.3'],
    codes: ['parameter-duplicate'],
    describe: (noticed) =>
      isSaidAgain(noticed)
        ? undefined
        : `the parameter is given before, and otherwise: ${excerpt(noticed.facts, noticed.defect)}`,
  },
  {
    kind: 'defect',
    id: 'mime/parameter-trailing-semicolon',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'Content-Type does not end in a semicolon',
    remedy: 'Take out the last semicolon.',
    sources: ['RFC 2045 §5.1', 'rspamd CT_EXTRA_SEMI 1.0'],
    codes: ['parameter-trailing-semicolon'],
    // Everybody forgives it; what scores it looks at this one field alone.
    describe: ({ defect, entity, field, facts }) =>
      entity === facts.root && field?.lowerName === 'content-type' && !isToldAt(field, defect)
        ? 'a semicolon with no parameter behind it, which rspamd scores'
        : undefined,
    ses: { refuses: false, evidence: 'inferred' },
  },
  {
    kind: 'defect',
    id: 'mime/parameter-continuation',
    aliases: ['ses/parameter-duplicate'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'The segments of a parameter are numbered 0, 1, 2 and so on',
    remedy: 'Number the segments name*0, name*1, name*2 without gap or leading zero.',
    sources: ['RFC 2231 §3'],
    codes: ['parameter-continuation'],
    describe: ({ defect, facts }) => `${misnumbered(defect.detail)} ${excerpt(facts, defect)}`,
  },
  {
    kind: 'defect',
    id: 'mime/parameter-extended-syntax',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: "An extended value is charset'language'text with percent escapes",
    remedy: "Write name*=utf-8''text, and what is no letter or digit as % and two hex digits.",
    sources: ['RFC 2231 §4'],
    codes: ['parameter-extended-syntax'],
    describe: ({ defect, field, facts }) =>
      isMalformed(field, defect)
        ? undefined
        : `${excerpt(facts, defect)} has ${defect.detail ?? "no charset'language' before its text"}`,
  },
  {
    kind: 'defect',
    id: 'mime/parameter-extended-in-plain',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'Percent escapes stand in segments that are marked as extended',
    remedy: 'Write a * before the = of the segment, or write its text without escapes.',
    sources: ['RFC 2231 §4.1'],
    codes: ['parameter-extended-in-plain'],
    describe: ({ defect, facts }) =>
      `percent escapes in ${excerpt(facts, defect)}, which is not marked as extended, are shown as they stand`,
  },
  {
    kind: 'defect',
    id: 'mime/parameter-extended-first',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'The first segment of an extended parameter names the charset',
    remedy: "Start the first segment with name*0*=utf-8''.",
    sources: ['RFC 2231 §4.1'],
    codes: ['parameter-extended-first'],
    describe: ({ defect, facts }) =>
      `${excerpt(facts, defect)} names no charset, and a later segment is extended`,
  },
  {
    kind: 'defect',
    id: 'mime/parameter-both-forms',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'Two forms of one parameter say the same',
    remedy: 'Write the same value in both forms, or the extended form alone.',
    sources: ['RFC 2231 §4', 'RFC 2183 §2'],
    codes: ['parameter-both-forms'],
    describe: (noticed) =>
      isFallback(noticed)
        ? undefined
        : `${excerpt(noticed.facts, noticed.defect)} says something else than the extended form`,
  },
];

function misnumbered(detail: string | undefined): string {
  if (detail === 'a gap before it') return 'no segment of the number before';
  return detail === 'a leading 0' ? 'a leading zero in' : 'not the name of a parameter or segment:';
}

/** Where a name is given twice with one value, all readers read the same. */
function isSaidAgain({ defect, field, facts }: Noticed): boolean {
  const again = written(facts.octets, defect);
  const first = again && parameterIn(field, again.name);
  if (again === undefined || first === undefined || first.isExtended) return false;
  const isSame = first.value === again.value;
  return isSame || (first.name === 'charset' && isSameCharset(first.value, again.value));
}

function isSameCharset(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** An ASCII name with the same ending, for readers that do not know the form for all others. */
function isFallback({ defect, field, facts }: Noticed): boolean {
  const plain = written(facts.octets, defect);
  const extended = plain && parameterIn(field, plain.name)?.value;
  if (plain?.value === '') return true;
  if (plain === undefined || extended === undefined || isAscii(extended)) return false;
  return extensionOf(plain.value) === extensionOf(extended) || plain.value.includes('=?');
}

/** What is no token nor quoted string is told to be none. */
function isMalformed(field: HeaderField | undefined, { start, end }: Span): boolean {
  const found = field?.defects.filter((other) => other.start >= start && other.end <= end) ?? [];
  return found.some(({ code }) => code === 'parameter-unquoted' || code === 'parameter-syntax');
}

function written(
  octets: Buffer,
  { start, end }: Span,
): Pick<ParsedParameter, 'name' | 'value'> | undefined {
  const [, name, , value] = WRITTEN.exec(octets.toString('latin1', start, end)) ?? [];
  return name === undefined || value === undefined ? undefined : { name, value };
}

function parameterIn(field: HeaderField | undefined, name: string): ParsedParameter | undefined {
  const parameters = (field?.mediaType ?? field?.disposition)?.parameters ?? [];
  return parameterNamed(parameters, name.toLowerCase());
}

function extensionOf(name: string): string {
  return EXTENSION.exec(name)?.[0].toLowerCase() ?? '';
}

/** That `a=b;;` has an empty parameter is told, and that `;` has no type. */
function isToldAt({ defects }: HeaderField, { start }: Span): boolean {
  return defects.some(
    (other) =>
      other.code === 'content-type-syntax' ||
      (other.code === 'parameter-syntax' && other.start === start),
  );
}
