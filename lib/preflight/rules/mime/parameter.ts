/** How parameters are written: RFC 2045 §5.1. */

import { quoted } from '../../../errors.ts';
import type { Span } from '../../../octets/span.ts';
import { excerpt } from '../../excerpt.ts';
import { atSes, everywhere, type MessageRule } from '../../rule.ts';
import { type FieldFault, fieldFaultRule } from './field-fault.ts';

const NO_SEMICOLON: readonly string[] = [
  'no ";" between parameters',
  'no ";" behind the media type',
  'no ";" behind the disposition type',
];

const NO_EQUALS = 'no "=" behind the name';

/** What no token may hold: RFC 2045 §5.1; a character for each octet. */
const NO_TOKEN_CHARACTER = /[^!#$%&'*+\-.0-9A-Z^_`a-z{|}~]/;

/** What ends a name that is read backwards. */
const BEFORE_NAME = /[\s;="]/;

/** Octets of a field that are looked at around a fault: names are short, and faults may be many. */
const NEAR_OCTETS = 200;

/** The name before the next `=`. */
const NEXT_NAME = /^[^\s;="]+/;

const FORMS: readonly string[] = ['mime/parameter-syntax', 'ses/parameter-syntax'];

export const parameterRules: readonly MessageRule[] = [
  fieldFaultRule({
    id: 'mime/parameter-unquoted',
    aliases: ['ses/parameter-unquoted'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A value with blanks or special characters stands in quotes',
    remedy: "Put it in double quotes, or write it by RFC 2231: filename*=utf-8''my%20file.pdf.",
    sources: [
      'RFC 2045 §5.1',
      'https://github.com/snoyberg/mime-mail/issues/54',
      'https://github.com/sentinl/sentinl/issues/266',
    ],
    codes: ['parameter-unquoted'],
    describe: ({ defect, facts }) =>
      `${excerpt(facts, defect)} stands without quotes and holds ${oddCharacter(facts.octets, defect)}`,
  }),
  fieldFaultRule({
    id: 'mime/parameter-separator-missing',
    aliases: [...FORMS, 'ses/parameter-unquoted'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A semicolon stands before each parameter',
    remedy: 'Write a semicolon there, or take out what stands between.',
    sources: ['RFC 2045 §5.1', 'https://github.com/snoyberg/mime-mail/issues/54'],
    codes: ['parameter-syntax'],
    details: NO_SEMICOLON,
    describe: missingSemicolon,
  }),
  fieldFaultRule({
    id: 'mime/parameter-after-quote',
    aliases: FORMS,
    about: 'form',
    severity: everywhere('error'),
    summary: 'Behind a closing quote comes a semicolon or nothing',
    remedy: 'Write a backslash before each quote within a value, and one quote at its end.',
    sources: ['RFC 2045 §5.1', 'RFC 5322 §3.2.4'],
    codes: ['parameter-syntax'],
    details: ['text behind the closing quote'],
    describe: ({ defect, facts }) =>
      `${excerpt(facts, defect)} behind the closing quote, where the value is at its end`,
  }),
  fieldFaultRule({
    id: 'mime/parameter-name-missing',
    aliases: FORMS,
    about: 'form',
    severity: everywhere('error'),
    summary: 'A parameter starts with its name',
    remedy: 'Write name=value, or take it out.',
    sources: ['RFC 2045 §5.1'],
    codes: ['parameter-syntax'],
    details: ['no name'],
    describe: ({ defect, facts }) =>
      `${excerpt(facts, defect)} where the name of a parameter is due`,
  }),
  fieldFaultRule({
    id: 'mime/parameter-name-invalid',
    aliases: FORMS,
    about: 'form',
    severity: everywhere('error'),
    summary: 'The name of a parameter is one word of ASCII',
    remedy: 'Write a name of letters, digits and hyphens; quote a value that holds a semicolon.',
    sources: ['RFC 2045 §5.1'],
    codes: ['parameter-syntax'],
    details: [NO_EQUALS],
    describe: invalidName,
  }),
  fieldFaultRule({
    id: 'mime/parameter-value-missing',
    aliases: FORMS,
    about: 'form',
    severity: everywhere('error'),
    summary: 'A parameter has a value',
    remedy: 'Write name=value, or take the name out; quote a value that holds a semicolon.',
    sources: ['RFC 2045 §5.1', 'https://github.com/mozilla/fx-private-relay/issues/1887'],
    codes: ['parameter-syntax'],
    details: ['no value', NO_EQUALS],
    describe: missingValue,
  }),
  fieldFaultRule({
    id: 'mime/parameter-empty',
    aliases: FORMS,
    about: 'form',
    // SES's grammar refuses it; all others pass over it.
    severity: { ...atSes('error'), smtp: 'warning' },
    summary: 'Between two semicolons stands a parameter',
    remedy: 'Take out one of the semicolons.',
    sources: ['RFC 2045 §5.1'],
    codes: ['parameter-syntax'],
    details: ['an empty parameter'],
    describe: () => 'a semicolon where the name of a parameter is due',
  }),
  fieldFaultRule({
    id: 'mime/parameter-unbalanced',
    aliases: ['ses/parameter-unbalanced'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'Each quote and parenthesis among parameters is closed',
    remedy: 'Close it; write a backslash before a quote or parenthesis that is meant as such.',
    sources: ['RFC 2045 §5.1', 'RFC 5322 §3.2.2', 'RFC 5322 §3.2.4'],
    codes: ['quoted-string-unclosed', 'comment-unbalanced'],
    describe: ({ defect, facts }) =>
      `${defect.code === 'comment-unbalanced' ? 'a comment' : 'a quoted value'} without end: ${excerpt(facts, defect)}`,
  }),
];

/** What a token may not hold, in words. */
function oddCharacter(octets: Buffer, { start, end }: Span): string {
  const text = octets.toString('latin1', start, end);
  const odd = NO_TOKEN_CHARACTER.exec(text)?.[0] ?? '';
  if (odd > '\x7f') return 'characters outside ASCII';
  const isAscii = !/[\x80-\xff]/.test(text);
  const what = odd === ' ' || odd === '\t' ? 'a blank' : quoted(odd);
  return isAscii ? what : `${what} and characters outside ASCII`;
}

function missingSemicolon({ defect, field, facts }: FieldFault): string {
  const { start, end, detail } = defect;
  if (end > start) return `${excerpt(facts, defect)} behind the media type, where a ";" is due`;
  if (detail !== 'no ";" between parameters') return detail ?? '';
  const far = Math.min(field.bodySpan.end, start + NEAR_OCTETS);
  const rest = facts.octets.toString('latin1', start, far);
  return `no ";" before the parameter ${quoted(NEXT_NAME.exec(rest)?.[0] ?? '')}`;
}

/** The name ends at the octet that no name may hold; up to the `=` it was meant to go on. */
function invalidName({ defect, facts }: FieldFault): string | undefined {
  const equals = equalsIn(facts.octets, defect);
  if (equals === undefined) return undefined;
  const odd = oddCharacter(facts.octets, { start: defect.start, end: equals });
  return `the name of the parameter ${excerpt(facts, defect)} holds ${odd}`;
}

function missingValue({ defect, field, facts }: FieldFault): string | undefined {
  const { start, detail } = defect;
  if (detail === NO_EQUALS) {
    if (equalsIn(facts.octets, defect) !== undefined) return undefined;
    return `the parameter ${excerpt(facts, defect)} has no "=" and no value`;
  }
  const far = Math.max(field.bodySpan.start, start - NEAR_OCTETS);
  const before = facts.octets.toString('latin1', far, start);
  return `the parameter ${quoted(lastName(before))} has no value`;
}

function equalsIn(octets: Buffer, { start, end }: Span): number | undefined {
  const at = octets.subarray(start, end).indexOf('=');
  return at === -1 ? undefined : start + at;
}

/** The name before the last `=`. */
function lastName(text: string): string {
  const written = text.slice(0, Math.max(0, text.lastIndexOf('='))).trimEnd();
  let start = written.length;
  while (start > 0 && !BEFORE_NAME.test(written.charAt(start - 1))) start -= 1;
  return written.slice(start);
}
