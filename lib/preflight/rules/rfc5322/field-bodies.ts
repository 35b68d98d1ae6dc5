/** Blanks, folds and control characters in the bodies of header fields: RFC 5322 §2.2, §3.2.2. */

import { quoted } from '../../../errors.ts';
import { CR, isBlank, LF } from '../../../octets/ascii.ts';
import { excerpt } from '../../excerpt.ts';
import { type DefectRule, everywhere, type Noticed } from '../../rule.ts';
import { NEVER_EMPTY } from './never-empty.ts';

/** Fields that filters look at; in all others the form is legal and nobody minds. */
const SCORED: ReadonlySet<string> = new Set(['from', 'to', 'cc', 'reply-to', 'subject', 'date']);

export const fieldBodyRules: readonly DefectRule[] = [
  {
    kind: 'defect',
    id: 'rfc5322/no-space-after-colon',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'A space follows the colon of From, To, Cc, Reply-To, Subject and Date',
    remedy: 'Write a space behind the colon: filters score fields without one.',
    sources: [
      'measured: SpamAssassin 4.0.1 HDRS_MISSP 1.0',
      'measured: rspamd 3.4 HEADER_FROM_EMPTY_DELIMITER 1.0',
    ],
    codes: ['no-space-after-colon'],
    describe: ({ entity, field, facts }) =>
      entity === facts.root && field && SCORED.has(field.lowerName)
        ? `no space behind the colon of the field ${quoted(field.name)}`
        : undefined,
  },
  {
    kind: 'defect',
    id: 'rfc5322/whitespace-only-fold',
    aliases: ['ses/header-blank-fold'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A continuation line holds more than blanks',
    remedy: 'Take the line out: some servers take it for the end of the header section.',
    sources: ['RFC 5322 §3.2.2'],
    codes: ['whitespace-only-fold'],
    describe: (noticed) =>
      isInEmptyField(noticed)
        ? undefined
        : `a continuation line of blanks alone${inField(noticed)}`,
  },
  {
    kind: 'defect',
    id: 'rfc5322/fold-inside-token',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'No fold cuts a msg-id, a URI or a boundary',
    remedy: 'Fold before or behind it: unfolded, the line break leaves a blank within it.',
    sources: ['RFC 5322 §2.2.3', 'RFC 2369 §2'],
    codes: ['fold-inside-token'],
    describe: ({ defect, facts }) => `a fold within ${excerpt(facts, defect)}`,
  },
  {
    kind: 'defect',
    id: 'rfc5322/control-char-in-header',
    aliases: ['ses/header-control-char'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A field body holds no control character but TAB',
    remedy: 'Take the character out, or write the text as encoded-words.',
    sources: ['RFC 5322 §2.2', 'RFC 5322 §4.1'],
    codes: ['control-char-in-header'],
    describe: (noticed) =>
      isFirstOfField(noticed) && !holdsNul(noticed)
        ? `the control character ${characterName(noticed)}${inField(noticed)}`
        : undefined,
  },
  {
    kind: 'defect',
    id: 'rfc5322/header-trailing-whitespace',
    aliases: [],
    about: 'form',
    severity: everywhere('info'),
    summary: 'No line of a field ends in blanks',
    remedy: 'Take the blanks out: relays strip them, which breaks DKIM signatures (simple).',
    sources: ['RFC 2049 §3 (6)', 'RFC 6376 §3.4.1'],
    codes: ['header-trailing-whitespace'],
    describe: (noticed) =>
      isBeforeBareCr(noticed) ? undefined : `blanks at the end of a line${inField(noticed)}`,
  },
];

function inField({ field }: Noticed): string {
  return field === undefined ? '' : ` in the field ${quoted(field.name)}`;
}

/** The field is told to be empty. */
function isInEmptyField({ field }: Noticed): boolean {
  return field !== undefined && NEVER_EMPTY.has(field.lowerName) && isBlank(field.unfolded());
}

/** Escapes that switch a charset come in pairs; one finding tells. */
function isFirstOfField({ defect, field }: Noticed): boolean {
  return field?.defects.find(({ code }) => code === defect.code)?.start === defect.start;
}

/** A CR alone ends no line, and is told. */
function isBeforeBareCr({ defect: { end }, facts: { octets } }: Noticed): boolean {
  return octets[end] === CR && octets[end + 1] !== LF;
}

/** A NUL is told whatever it stands in. */
function holdsNul({ defect: { start, end }, facts }: Noticed): boolean {
  return facts.octets.subarray(start, end).includes(0);
}

function characterName({ defect: { start }, facts }: Noticed): string {
  return `0x${(facts.octets[start] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}
