/** The Content-Type field: RFC 2045 §5, RFC 2046 §4.1.2. */

import { quoted } from '../../../errors.ts';
import { parameterNamed } from '../../../header/parsed-parameter.ts';
import { TEXT_PLAIN } from '../../../reader/content-fields.ts';
import type { DefectCode } from '../../../reader/defect.ts';
import type { Entity } from '../../../reader/entity.ts';
import { fieldNamed, type HeaderField } from '../../../reader/header-field.ts';
import { excerpt } from '../../excerpt.ts';
import { type EntityRule, everywhere, type MessageRule } from '../../rule.ts';
import { fieldFaultRule, isMediaTypeBroken } from './field-fault.ts';

/** A body of HTML, or of parts that a notice may precede. */
const HTML = /^\s*<(?:!doctype\s+html|html)\b/i;
const PARTS = /^\s*(?:This is a multi-?part message[^\r\n]*\s+)?--[^\s-][^\r\n]*\r?\nContent-/i;

/** Enough of a body to see what it starts with. */
const START_OCTETS = 400;

/** Types whose charset a reader of mail asks for, to show them; others say it themselves, or UTF-8. */
const SHOWN_TYPES: ReadonlySet<string> = new Set(['text/plain', 'text/html']);

/** A line that is no field may have been meant for this one. */
const BROKEN_HEADER: ReadonlySet<DefectCode> = new Set<DefectCode>([
  'field-name-invalid',
  'header-line-malformed',
  'leading-blank-line',
  'leading-continuation',
  'missing-separator',
  'part-missing-separator',
]);

export const contentTypeRules: readonly (EntityRule | MessageRule)[] = [
  fieldFaultRule({
    id: 'mime/content-type-syntax',
    aliases: ['ses/content-type-syntax'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'Content-Type starts with type/subtype',
    remedy: 'Write type and subtype, as in text/plain.',
    sources: [
      'RFC 2045 §5.1',
      'rspamd BROKEN_CONTENT_TYPE 1.5',
      'https://github.com/go-gomail/gomail/issues/131',
    ],
    codes: ['content-type-syntax', 'empty-field'],
    describe({ defect, field, facts }) {
      const { code, start, end } = defect;
      if (code === 'empty-field') return emptyField(field);
      if (end === start) return 'no type/subtype at the start of Content-Type';
      return `${excerpt(facts, defect)} is no type/subtype, and read as text/plain`;
    },
  }),
  {
    kind: 'entity',
    id: 'mime/content-type-missing',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'HTML and multiparts are declared as such',
    remedy: 'Write a Content-Type field: text/html, or multipart/mixed with its boundary.',
    sources: ['RFC 2045 §5.2'],
    check(entity, report, facts) {
      const { mediaType, fields, headerSection, body } = entity;
      if (mediaType !== TEXT_PLAIN || fieldNamed(fields, 'content-type')) return;
      const text = facts.octets.toString(
        'latin1',
        body.start,
        Math.min(body.end, body.start + START_OCTETS),
      );
      const what = HTML.test(text) ? 'HTML' : PARTS.test(text) ? 'parts of a multipart' : undefined;
      if (what === undefined || isHeaderBroken(entity) || !facts.own.has(entity)) return;
      const { end } = headerSection;
      report(
        { start: end, end, entity },
        `no Content-Type, so readers show the ${what} in the body as text`,
      );
    },
  },
  {
    kind: 'entity',
    id: 'mime/charset-missing',
    aliases: ['ses/charset-missing'],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'Text beyond ASCII names its charset',
    remedy: 'Add the charset parameter, for instance charset=utf-8.',
    sources: ['RFC 2046 §4.1.2', 'RFC 6657 §3', 'rspamd R_MISSING_CHARSET 0.5'],
    check(entity, report, facts) {
      const { essence, parameters } = entity.mediaType;
      if (!SHOWN_TYPES.has(essence) || entity.disposition?.type === 'attachment') return;
      if (parameterNamed(parameters, 'charset') !== undefined) return;
      if (!entity.contentDefects.some(({ code }) => code === 'charset-us-ascii-8bit')) return;
      if (isMediaTypeBroken(entity) || isHeaderBroken(entity)) return;
      if (!facts.own.has(entity)) return;
      const field = fieldNamed(entity.fields, 'content-type');
      const at = field?.bodySpan.end ?? entity.headerSection.end;
      report(
        { start: at, end: at, entity, ...(field !== undefined && { field }) },
        `${quoted(essence)} without a charset holds text beyond ASCII, so readers guess`,
      );
    },
  },
];

function emptyField({ name, lowerName }: HeaderField): string | undefined {
  return lowerName === 'content-type' ? `the field ${quoted(name)} is empty` : undefined;
}

function isHeaderBroken({ defects }: Entity): boolean {
  return defects.some(({ code }) => BROKEN_HEADER.has(code));
}
