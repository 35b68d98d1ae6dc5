/** What parsers of field bodies note where the grammar is broken: data, never an exception. */

import type { Span } from '../octets/span.ts';

/** Every fault that a parser of MIME field bodies notices. */
export const fieldDefectCodes = [
  'charset-invalid-bytes',
  'charset-unknown',
  'comment-unbalanced',
  'content-type-syntax',
  'disposition-syntax',
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
] as const;

export type FieldDefectCode = (typeof fieldDefectCodes)[number];

/** A fault, and the characters of the field body that are at fault. */
export interface FieldDefect extends Span {
  readonly code: FieldDefectCode;
  /** What exactly, in a few words, where the code leaves it open. */
  readonly detail?: string;
}
