/** What parsers of field bodies note where the grammar is broken: data, never an exception. */

import type { Span } from '../octets/span.ts';

/** Every fault that a parser of field bodies notices. */
export const fieldDefectCodes = [
  'address-invalid',
  'address-missing-domain',
  'address-null',
  'charset-invalid-bytes',
  'charset-mislabelled',
  'charset-unknown',
  'comment-in-address',
  'comment-unbalanced',
  'content-type-syntax',
  'control-char-in-header',
  'cte-syntax',
  'cte-unknown',
  'date-invalid',
  'date-obsolete',
  'date-out-of-range',
  'date-weekday-mismatch',
  'display-name-empty',
  'disposition-syntax',
  'domain-literal-invalid',
  'dot-misplaced',
  'empty-field',
  'encoded-word-bad-payload',
  'encoded-word-charset-lie',
  'encoded-word-illegal-field',
  'encoded-word-in-addr-spec',
  'encoded-word-in-parameter',
  'encoded-word-in-quoted-string',
  'encoded-word-line-too-long',
  'encoded-word-not-separated',
  'encoded-word-q-unsafe',
  'encoded-word-split-char',
  'encoded-word-syntax',
  'encoded-word-too-long',
  'encoded-word-unknown-charset',
  'field-too-long',
  'fold-inside-token',
  'group-syntax',
  'header-trailing-whitespace',
  'mailto-prefix',
  'missing-comma',
  'msg-id-no-domain',
  'msg-id-separator',
  'msg-id-syntax',
  'no-space-after-colon',
  'no-space-before-angle',
  'non-ascii-domain',
  'non-ascii-local',
  'obsolete-syntax',
  'parameter-both-forms',
  'parameter-continuation',
  'parameter-duplicate',
  'parameter-extended-first',
  'parameter-extended-in-plain',
  'parameter-extended-syntax',
  'parameter-syntax',
  'parameter-trailing-semicolon',
  'parameter-unquoted',
  'quoted-string-unclosed',
  'raw-8bit-header',
  'raw-header-not-utf8',
  'semicolon-separator',
  'source-route',
  'unbalanced-angle',
  'unquoted-dot',
  'unquoted-specials',
  'uri-invalid',
  'uri-no-angle-brackets',
  'uri-separator',
  'version-invalid',
] as const;

export type FieldDefectCode = (typeof fieldDefectCodes)[number];

/** A fault, and the characters of the field body that are at fault. */
export interface FieldDefect extends Span {
  readonly code: FieldDefectCode;
  /** What exactly, in a few words, where the code leaves it open. */
  readonly detail?: string;
}

/** Defects of one code that are kept of one field body; a million commas need no million objects. */
export const FIELD_DEFECTS_MAX = 1000;

/** The defects of one field body, in the order they were noticed, bounded for each code. */
export class FieldDefects {
  readonly #found: FieldDefect[] = [];
  #counts: Map<FieldDefectCode, number> | undefined;

  get found(): readonly FieldDefect[] {
    return this.#found;
  }

  /** Takes one; an empty span where something is absent. */
  note(code: FieldDefectCode, { start, end }: Span, detail?: string): void {
    this.#counts ??= new Map();
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > FIELD_DEFECTS_MAX) return;
    this.#found.push(detail === undefined ? { code, start, end } : { code, start, end, detail });
  }

  /** Takes what another parser noted of the same text. */
  noteAll(defects: readonly FieldDefect[]): void {
    for (const { code, detail, ...span } of defects) this.note(code, span, detail);
  }
}
