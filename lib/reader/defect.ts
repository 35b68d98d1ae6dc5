/** Defects: what the reader notes where octets break the grammar of RFC 5322 or RFC 2045. */

import { type FieldDefectCode, fieldDefectCodes } from '../header/field-defect.ts';
import type { Span } from '../octets/span.ts';
import { type TransferDefectCode, transferDefectCodes } from '../transfer/transfer-defect.ts';
import { MAX_DEFECTS } from './limits.ts';

/** What is noticed beyond the bodies of fields and the content of leaves. */
const structureDefectCodes = [
  'bare-cr',
  'bare-lf',
  'bom-at-start',
  'boundary-chars',
  'boundary-in-content',
  'boundary-missing',
  'boundary-nested-clash',
  'boundary-too-long',
  'boundary-trailing-space',
  'composite-cte-too-weak',
  'cte-on-composite',
  'empty-input',
  'field-name-empty',
  'field-name-invalid',
  'header-line-malformed',
  'leading-blank-line',
  'leading-continuation',
  'line-too-long',
  'mbox-from-line',
  'missing-separator',
  'multipart-continued',
  'multipart-empty',
  'multipart-no-delimiter',
  'multipart-unterminated',
  'no-final-crlf',
  'part-missing-separator',
  'smuggling-sequence',
  'space-before-colon',
  'too-deep',
  'too-many-defects',
  'too-many-fields',
  'too-many-parts',
  'whitespace-only-fold',
] as const;

export type DefectCode =
  | FieldDefectCode
  | TransferDefectCode
  | (typeof structureDefectCodes)[number];

/** Every fault that the reader notices, sorted. */
export const defectCodes: readonly DefectCode[] = Object.freeze(
  [
    ...new Set<DefectCode>([...fieldDefectCodes, ...transferDefectCodes, ...structureDefectCodes]),
  ].sort(),
);

/** A fault and the octets of the message at fault; of an absent thing, where it belongs. */
export interface Defect extends Span {
  readonly code: DefectCode;
  /** What exactly, in a few words, where the code leaves it open. */
  readonly detail?: string;
}

/** Takes the defects of one message, and bounds their number. */
export class DefectLog {
  readonly #counts = new Map<DefectCode, number>();

  /** Appends a defect to those of an entity, unless there were too many of its code already. */
  note(defects: Defect[], code: DefectCode, span: Span, detail?: string): void {
    const { start, end } = span;
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= MAX_DEFECTS) defects.push(defect(code, start, end, detail));
    if (count === MAX_DEFECTS + 1) defects.push(defect('too-many-defects', start, end, code));
  }

  /** Appends all that fits. */
  noteAll(defects: Defect[], found: readonly Defect[]): void {
    for (const { code, detail, ...span } of found) this.note(defects, code, span, detail);
  }
}

function defect(code: DefectCode, start: number, end: number, detail?: string): Defect {
  return detail === undefined ? { code, start, end } : { code, start, end, detail };
}
