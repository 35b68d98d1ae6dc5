/** Continuations and extended values of parameters, put together: RFC 2231 §3 and §4. */

import { isUtf8 } from 'node:buffer';
import type { Span } from '../octets/span.ts';
import type { FieldDefectCode, FieldDefects } from './field-defect.ts';
import { decodeLabelled } from './labelled-text.ts';
import type { ParsedParameter } from './parsed-parameter.ts';

/** A parameter as written: `name`, `name*`, `name*0` or `name*0*`, and the value unquoted. */
export interface ParameterSegment {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

/** `name`, a section, and the mark of an extended value. */
const SEGMENT_NAME = /^([^*]+)(?:\*(\d{1,9}))?(\*)?$/;
const EXTENDED_VALUE = /^([^']*)'([^']*)'([\s\S]*)$/;
const ESCAPE = /%([0-9A-Fa-f]{2})/g;
const BAD_ESCAPE = /%(?![0-9A-Fa-f]{2})/;

interface Section {
  readonly number: number;
  readonly isExtended: boolean;
  readonly segment: ParameterSegment;
}

/** All that was written under one name, by form. */
interface Forms {
  plain: ParameterSegment | undefined;
  extended: ParameterSegment | undefined;
  readonly sections: Map<number, Section>;
}

/**
 * Puts segments together into parameters and decodes the extended ones.
 *
 * Of several forms of one name the extended one counts, then the sections, then the plain one:
 * whoever writes two means the plain one for readers that do not know RFC 2231.
 *
 * @param defects Grows by what is at fault.
 */
export function joinSegments(
  segments: readonly ParameterSegment[],
  defects: FieldDefects,
): readonly ParsedParameter[] {
  if (segments.length === 0) return [];
  const byName = new Map<string, Forms>();
  for (const segment of segments) sort(segment, byName, defects);
  return [...byName].map(([name, forms]) => parameterOf(name, forms, defects));
}

function sort(segment: ParameterSegment, byName: Map<string, Forms>, defects: FieldDefects): void {
  const [, base, section, star] = SEGMENT_NAME.exec(segment.name) ?? [];
  if (base === undefined) defects.note('parameter-continuation', segment.span, 'the name');
  const name = (base ?? segment.name).toLowerCase();
  const forms = byName.get(name) ?? { plain: undefined, extended: undefined, sections: new Map() };
  byName.set(name, forms);
  if (section !== undefined) {
    const number = Number(section);
    if (section !== String(number))
      defects.note('parameter-continuation', segment.span, 'a leading 0');
    if (forms.sections.has(number)) defects.note('parameter-duplicate', segment.span);
    else forms.sections.set(number, { number, isExtended: star !== undefined, segment });
    return;
  }
  const form = star === undefined ? 'plain' : 'extended';
  if (forms[form] === undefined) forms[form] = segment;
  else defects.note('parameter-duplicate', segment.span);
}

function parameterOf(name: string, forms: Forms, defects: FieldDefects): ParsedParameter {
  const read: ParsedParameter[] = [];
  if (forms.extended) {
    const section = { number: 0, isExtended: true, segment: forms.extended };
    read.push(joinExtended(name, [section], defects));
  }
  if (forms.sections.size > 0) read.push(joinSections(name, forms.sections, defects));
  if (forms.plain) read.push(asWritten(name, [forms.plain]));
  const [chosen = asWritten(name, []), ...others] = read;
  for (const other of others) {
    if (other.value !== chosen.value) defects.note('parameter-both-forms', other.span);
  }
  return chosen;
}

function joinSections(
  name: string,
  byNumber: ReadonlyMap<number, Section>,
  defects: FieldDefects,
): ParsedParameter {
  const sections = [...byNumber.values()].sort((a, b) => a.number - b.number);
  const stray = sections.find((section, index) => section.number !== index);
  if (stray) defects.note('parameter-continuation', stray.segment.span, 'a gap before it');
  if (sections.some((section) => section.isExtended)) return joinExtended(name, sections, defects);
  return asWritten(
    name,
    sections.map((section) => section.segment),
  );
}

function asWritten(name: string, segments: readonly ParameterSegment[]): ParsedParameter {
  return {
    name,
    value: segments.map((segment) => segment.value).join(''),
    span: spanOf(segments),
    isExtended: false,
    charset: undefined,
    language: undefined,
  };
}

/** Joins octets first and decodes them then: a character may stand astride two sections. */
function joinExtended(
  name: string,
  sections: readonly Section[],
  defects: FieldDefects,
): ParsedParameter {
  const first = sections[0];
  let charset: string | undefined;
  let language: string | undefined;
  const octets: string[] = [];
  for (const section of sections) {
    let encoded = octetText(section.segment.value);
    if (section === first) {
      const [, label, tag, rest] = (section.isExtended && EXTENDED_VALUE.exec(encoded)) || [];
      if (rest === undefined) defects.note(missingCharset(section), section.segment.span);
      charset = label || undefined;
      language = tag || undefined;
      encoded = rest ?? encoded;
    }
    if (section.isExtended && BAD_ESCAPE.test(encoded)) {
      defects.note('parameter-extended-syntax', section.segment.span, '"%" without two hex digits');
    }
    if (!section.isExtended && encoded.search(ESCAPE) !== -1) {
      defects.note('parameter-extended-in-plain', section.segment.span);
    }
    octets.push(section.isExtended ? decodeEscapes(encoded) : encoded);
  }
  const span = spanOf(sections.map((section) => section.segment));
  const value = decode(Buffer.from(octets.join(''), 'latin1'), charset, span, defects);
  return { name, value, span, isExtended: true, charset, language };
}

function missingCharset(section: Section): FieldDefectCode {
  return section.isExtended ? 'parameter-extended-syntax' : 'parameter-extended-first';
}

function decode(
  octets: Buffer,
  charset: string | undefined,
  span: Span,
  defects: FieldDefects,
): string {
  const decoded = charset === undefined ? undefined : decodeLabelled(octets, charset);
  if (decoded !== undefined) {
    if (decoded.isMislabelled) defects.note('charset-mislabelled', span, `UTF-8, not ${charset}`);
    if (!decoded.isExact) defects.note('charset-invalid-bytes', span, charset);
    return decoded.text;
  }
  if (charset !== undefined) defects.note('charset-unknown', span, charset);
  return octets.toString(isUtf8(octets) ? 'utf8' : 'latin1');
}

function decodeEscapes(encoded: string): string {
  return encoded.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** One character for each octet, also of a text that was written with other characters. */
function octetText(text: string): string {
  return /^[\x00-\xff]*$/.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}

/** From the first to the last; of none, empty. */
function spanOf(segments: readonly ParameterSegment[]): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const { span } of segments) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start: Math.min(start, end), end };
}
