/** Faults that the body of any field may have, whatever its grammar: RFC 5322 §2.2, RFC 2047 §2. */

import { isUtf8 } from 'node:buffer';
import type { FieldDefectCode, FieldDefects } from '../header/field-defect.ts';
import type { ParsedEncodedWord } from '../header/parsed-encoded-word.ts';
import type { Span } from '../octets/span.ts';
import { ENCODED_LINE_OCTETS } from '../transfer/line-limits.ts';
import type { Unfolding } from './unfolding.ts';

/** What most fields have none of, so that no run is looked for. */
const ODD = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xff]/;
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+/g;
const EIGHT_BIT = /[\x80-\xff]+/g;
const NO_SPACE = /^[^ \t\r\n]/;

/** Notes octets that no field holds, and blanks where they are lost or missing. */
export function noteOctetFaults(unfolding: Unfolding, defects: FieldDefects): void {
  const { text, foldIndices } = unfolding;
  if (ODD.test(text)) {
    for (const run of text.matchAll(CONTROLS)) {
      defects.note('control-char-in-header', spanOf(run));
    }
    noteEightBit(text, defects);
  }
  if (NO_SPACE.test(text) && foldIndices[0] !== 0) {
    defects.note('no-space-after-colon', { start: 0, end: 0 });
  }
  let lineStart = 0;
  for (const lineEnd of [...foldIndices, text.length]) {
    const start = blanksBefore(text, lineEnd, lineStart);
    if (start > lineStart && start < lineEnd) {
      defects.note('header-trailing-whitespace', { start, end: lineEnd });
    }
    lineStart = lineEnd;
  }
}

/** Notes the folds within stretches that no fold may cut: RFC 5322 §2.2.3, RFC 2369 §2. */
export function noteCuttingFolds(
  { foldIndices }: Unfolding,
  solid: readonly Span[],
  defects: FieldDefects,
): void {
  if (foldIndices.length === 0) return;
  let at = 0;
  for (const { start, end } of solid) {
    while (at < foldIndices.length && (foldIndices[at] ?? 0) <= start) at += 1;
    const fold = foldIndices[at];
    if (fold !== undefined && fold < end) defects.note('fold-inside-token', { start, end });
  }
}

/**
 * Notes encoded-words on lines of more than 76 octets, once for each line.
 *
 * @param nameOctets The field name and its colon, which the first line starts with.
 */
export function noteLongWordLines(
  { text, foldIndices }: Unfolding,
  words: readonly ParsedEncodedWord[],
  nameOctets: number,
  defects: FieldDefects,
): void {
  let line = 0;
  let notedLine = -1;
  for (const { span } of words) {
    while ((foldIndices[line] ?? text.length) <= span.start && line < foldIndices.length) line += 1;
    const start = line === 0 ? -nameOctets : (foldIndices[line - 1] ?? 0);
    const end = foldIndices[line] ?? text.length;
    if (end - start <= ENCODED_LINE_OCTETS || notedLine === line) continue;
    notedLine = line;
    defects.note('encoded-word-line-too-long', span, `${end - start} octets`);
  }
}

function noteEightBit(text: string, defects: FieldDefects): void {
  let code: FieldDefectCode | undefined;
  for (const run of text.matchAll(EIGHT_BIT)) {
    code ??= isUtf8(Buffer.from(text, 'latin1')) ? 'raw-8bit-header' : 'raw-header-not-utf8';
    defects.note(code, spanOf(run));
  }
}

function spanOf({ index, 0: found }: RegExpExecArray): Span {
  return { start: index, end: index + found.length };
}

/** Where the blanks that end at `end` start, not before `from`. */
function blanksBefore(text: string, end: number, from: number): number {
  let start = end;
  while (start > from && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1;
  return start;
}
