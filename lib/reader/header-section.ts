/** Splitting a header section into its fields: RFC 5322 §2.1, §2.2, §2.2.3. */

import { HYPHEN, SPACE, TAB } from '../octets/ascii.ts';
import { afterLineEnd, endOfLine } from '../octets/line-scan.ts';
import type { Span } from '../octets/span.ts';
import type { Defect, DefectCode, DefectLog } from './defect.ts';
import { FieldInOctets, type HeaderField } from './header-field.ts';
import { MAX_FIELDS, MAX_NAME_OCTETS } from './limits.ts';

const COLON = 0x3a;

/** A line with a longer name before its colon is a sentence: RFC 5322 §2.1.1 leaves a name 77. */
const ODD_NAME_OCTETS = 77;

/** What the lines of one message share while it is read. */
export interface ReadingState {
  readonly octets: Buffer;
  readonly log: DefectLog;
  /** Whether the line that starts there is a delimiter of a multipart that is open. */
  readonly isDelimiter: (lineStart: number) => boolean;
  /** Fields made so far. */
  fieldCount: number;
}

/** A header section, with where the body behind it starts. */
export interface HeaderSection {
  readonly fields: readonly HeaderField[];
  /** Behind its last line, before the empty line. */
  readonly end: number;
  readonly bodyStart: number;
  /**
   * What ended it: the empty line, the end of the octets, a delimiter of a multipart that is open,
   * or a line that is no field: one that no field follows, or one that starts with `--`.
   */
  readonly endedBy: 'empty-line' | 'end' | 'text' | 'delimiter';
}

/** What a line that does not start with a blank opens. */
interface FieldStart {
  readonly start: number;
  readonly nameEnd: number;
  readonly colon: number;
  readonly isNameValid: boolean;
}

/**
 * Reads the header section whose first field starts at `start`.
 *
 * A line that is neither field nor continuation is passed over if a field follows before the next
 * empty line; else the body starts there. A bare CR ends a line, as SES and most readers take it.
 *
 * A delimiter of an open multipart ends it too, whatever colons the boundary holds; and so does a
 * line without a colon that starts with `--`, which is to be the delimiter of this very entity.
 *
 * @param defects Grows by what is at fault; a missing empty line is left to the caller.
 */
export function readHeaderSection(
  state: ReadingState,
  start: number,
  defects: Defect[],
): HeaderSection {
  const { octets } = state;
  const end = octets.length;
  const lines = new SectionLines(state, defects);
  for (let at = start, next = at; at < end; at = next) {
    const lineEnd = endOfLine(octets, at, end);
    next = afterLineEnd(octets, lineEnd, end);
    if (lineEnd === at) return lines.finish(at, next, 'empty-line');
    if (isBlank(octets[at])) lines.continue(at, lineEnd);
    else {
      const hasHyphens = octets[at] === HYPHEN && octets[at + 1] === HYPHEN;
      if (hasHyphens && state.isDelimiter(at)) return lines.finish(at, at, 'delimiter');
      const field = fieldStart(octets, at, lineEnd);
      if (hasHyphens && !field?.isNameValid) return lines.finish(at, at, 'text');
      if (field && (field.isNameValid || !lines.isAstray)) lines.openField(field, lineEnd);
      else lines.goAstray(at);
    }
  }
  return lines.finish(end, end, 'end');
}

/** The lines of a header section, becoming fields one after the other. */
class SectionLines {
  readonly #state: ReadingState;
  readonly #defects: Defect[];
  readonly #fields: HeaderField[] = [];
  /** The field that a continuation would belong to. */
  #open: FieldStart | undefined;
  #openBodyEnd = 0;
  /** Where lines began that are no field. */
  #strayStart: number | undefined;

  constructor(state: ReadingState, defects: Defect[]) {
    this.#state = state;
    this.#defects = defects;
  }

  get isAstray(): boolean {
    return this.#strayStart !== undefined;
  }

  openField(field: FieldStart, lineEnd: number): void {
    this.#closeField(field.start);
    if (this.#strayStart !== undefined) {
      this.#note('header-line-malformed', { start: this.#strayStart, end: field.start });
    }
    this.#strayStart = undefined;
    this.#open = field;
    this.#openBodyEnd = lineEnd;
  }

  continue(at: number, lineEnd: number): void {
    if (this.#open === undefined) {
      this.goAstray(at);
      return;
    }
    this.#openBodyEnd = lineEnd;
    let text = at;
    while (isBlank(this.#state.octets[text])) text += 1;
    if (text === lineEnd) this.#note('whitespace-only-fold', { start: at, end: lineEnd });
  }

  goAstray(at: number): void {
    this.#closeField(at);
    this.#strayStart ??= at;
  }

  finish(end: number, bodyStart: number, endedBy: HeaderSection['endedBy']): HeaderSection {
    this.#closeField(end);
    const stray = this.#strayStart;
    if (stray === undefined) return { fields: this.#fields, end, bodyStart, endedBy };
    return { fields: this.#fields, end: stray, bodyStart: stray, endedBy: 'text' };
  }

  #closeField(end: number): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    const { start, nameEnd, colon, isNameValid } = open;
    this.#state.fieldCount += 1;
    if (this.#state.fieldCount > MAX_FIELDS) {
      if (this.#state.fieldCount === MAX_FIELDS + 1) this.#note('too-many-fields', { start, end });
      return;
    }
    const places = { start, nameEnd, bodyStart: colon + 1, bodyEnd: this.#openBodyEnd, end };
    this.#fields.push(new FieldInOctets(this.#state.octets, places));
    const name = { start, end: nameEnd };
    if (colon === start) this.#note('field-name-empty', name);
    else if (!isNameValid) this.#note('field-name-invalid', name);
    else if (colon > nameEnd) this.#note('space-before-colon', { start: nameEnd, end: colon });
  }

  #note(code: DefectCode, span: Span): void {
    this.#state.log.note(this.#defects, code, span);
  }
}

/** Undefined where the line holds no colon, or only far behind what could be a name. */
function fieldStart(octets: Buffer, start: number, lineEnd: number): FieldStart | undefined {
  let nameEnd = start;
  while (isNameOctet(octets[nameEnd])) nameEnd += 1;
  let colon = nameEnd;
  while (isBlank(octets[colon])) colon += 1;
  if (octets[colon] === COLON && nameEnd - start <= MAX_NAME_OCTETS)
    return { start, nameEnd, colon, isNameValid: nameEnd > start };
  const limit = Math.min(lineEnd, start + ODD_NAME_OCTETS + 1);
  while (colon < limit && octets[colon] !== COLON) colon += 1;
  if (colon >= limit) return undefined;
  return { start, nameEnd: colon, colon, isNameValid: false };
}

function isBlank(octet: number | undefined): boolean {
  return octet === SPACE || octet === TAB;
}

function isNameOctet(octet: number | undefined): boolean {
  return octet !== undefined && octet > SPACE && octet < 0x7f && octet !== COLON;
}
