/** What hides a fault of a header field or follows from another one: RFC 5322 §2.2, §3.6. */

import type { Defect, DefectCode } from '../../../reader/defect.ts';
import type { HeaderField } from '../../../reader/header-field.ts';
import type { MessageFacts } from '../../facts.ts';
import type { RuleHead, Site } from '../../rule.ts';
import type { Severity } from '../../severity.ts';
import { holdsPlaceholder } from '../../template.ts';

/** The first octet of a byte order mark of UTF-8. */
const UTF8_MARK = 0xef;

/** Faults that take whole lines out of a header section. */
const LOSING: ReadonlySet<DefectCode> = new Set<DefectCode>([
  'empty-input',
  'header-line-malformed',
  'leading-blank-line',
  'leading-continuation',
  'missing-separator',
  'too-many-fields',
]);

/** Faults from which others of the same body follow. */
const SPOILING: ReadonlySet<DefectCode> = new Set<DefectCode>([
  'comment-unbalanced',
  'control-char-in-header',
  'encoded-word-illegal-field',
  'field-too-long',
  'fold-inside-token',
  'quoted-string-unclosed',
  'raw-8bit-header',
  'raw-header-not-utf8',
]);

/** A line end written as the escape of a string literal, before the name of a field. */
export const LITERAL_LINE_END: RegExp =
  /(?:\\r)?\\n(?=(?:from|to|cc|bcc|reply-to|subject|date|mime-version|content-type|content-transfer-encoding):)/i;

/** True where a field that is not there may stand in what could not be read as fields. */
export function hasLostFields(facts: MessageFacts): boolean {
  const { root, octets } = facts;
  if (root.defects.some(({ code }) => LOSING.has(code)) || isUtf16(facts)) return true;
  if (root.defects.some((defect) => isBrokenName(facts, defect))) return true;
  const { start, end } = root.headerSection;
  return LITERAL_LINE_END.test(octets.toString('latin1', start, end));
}

const ESCAPED_TO = /(?:\\r)?\\n(?=to:)/i;

/** The written escape that makes the To field of a message without recipients text of another. */
export function escapeHidingTo(
  facts: MessageFacts,
): { readonly field: HeaderField; readonly site: Site } | undefined {
  const { root, options } = facts;
  if (facts.recipientCount > 0 || options.template === true) return undefined;
  if (facts.fieldsNamed('to').length > 0) return undefined;
  for (const field of root.fields) {
    const found = ESCAPED_TO.exec(field.unfolded());
    if (found === null) continue;
    const { index, 0: written } = found;
    const place = field.spanOf({ start: index, end: index + written.length });
    return { field, site: { ...place, entity: root, field } };
  }
  return undefined;
}

const ASKED_FOR = /^(?:from|to|cc|bcc|subject|date|message-id)$/i;

/** A name that nobody reads for a character or two may be that of the field that is missed. */
function isBrokenName({ octets }: MessageFacts, { code, start, end }: Defect): boolean {
  if (code !== 'field-name-invalid') return false;
  return ASKED_FOR.test(octets.toString('latin1', start, end).replace(/[^A-Za-z-]+/g, ''));
}

/** A mark of UTF-16 makes all that follows two octets a character: nothing of it is a field. */
export function isUtf16({ root, octets }: MessageFacts): boolean {
  return root.defects.some(
    ({ code, start }) => code === 'bom-at-start' && octets[start] !== UTF8_MARK,
  );
}

/** Where a field that is absent belongs: behind the others. */
export function absentField({ root }: MessageFacts): Site {
  const { end } = root.headerSection;
  return { start: end, end, entity: root };
}

/**
 * The faults of a field with these codes, unless an engine is to fill the field or they follow from
 * octets, brackets or encoded-words that are told to be at fault.
 */
export function ownFaults(
  facts: MessageFacts,
  field: HeaderField,
  codes: ReadonlySet<DefectCode>,
): readonly Defect[] {
  const { defects } = field;
  if (defects.length === 0 || defects.some(({ code }) => SPOILING.has(code))) return [];
  if (isPlaceholder(facts, field)) return [];
  return defects.filter(({ code }) => codes.has(code));
}

/** True where an engine is to fill the field. */
export function isPlaceholder({ options }: MessageFacts, field: HeaderField): boolean {
  return options.template === true && holdsPlaceholder(field.unfolded());
}

/** A severity where the carrier is not SES, which writes Date, Message-ID and Return-Path itself. */
export function whereNotWritten(severity: Severity): RuleHead['severity'] {
  return { 'ses-v1': 'off', 'ses-v2': 'off', smtp: severity };
}
