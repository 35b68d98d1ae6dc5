/** What is wrong with a quoted-printable body: RFC 2045 §6.7. */

import { CR, EQUALS, LF, SPACE, TAB } from '../octets/ascii.ts';
import { afterLineEnd } from '../octets/line-scan.ts';
import type { Span } from '../octets/span.ts';
import { ENCODED_LINE_OCTETS } from './line-limits.ts';
import { endOfLiterals, viewOf } from './literal-octets.ts';
import { endOfRun, type OctetKinds, octetKinds } from './octet-run.ts';
import { type TransferDefect, TransferDefects } from './transfer-defect.ts';

const PLAIN = 0;
const RAW = 1;
const ESCAPE = 2;
const LINE_END = 3;

const KINDS: OctetKinds = Uint8Array.from({ length: 256 }, (_, octet) => {
  if (octet === EQUALS) return ESCAPE;
  if (octet === CR || octet === LF) return LINE_END;
  return (octet < SPACE && octet !== TAB) || octet > 0x7e ? RAW : PLAIN;
});

const NO_DIGIT = 0;
const DIGIT = 1;
const LOWER_CASE_DIGIT = 2;

const DIGITS: OctetKinds = octetKinds(NO_DIGIT, [
  [DIGIT, '0123456789ABCDEF'],
  [LOWER_CASE_DIGIT, 'abcdef'],
]);

/** Finds the faults of a quoted-printable body, in order of start. */
export function quotedPrintableFaults(body: Uint8Array): readonly TransferDefect[] {
  const defects = new TransferDefects();
  const view = viewOf(body);
  let start = 0;
  while (start < body.length) {
    const end = checkOctets(body, view, start, defects);
    checkLine(body, { start, end }, defects);
    start = afterLineEnd(body, end, body.length);
  }
  return defects.inOrder();
}

/** Checks what is no literal up to the end of the line, which it returns. */
function checkOctets(
  body: Uint8Array,
  view: DataView,
  lineStart: number,
  defects: TransferDefects,
): number {
  let at = lineStart;
  while (at < body.length) {
    at = endOfLiterals(body, view, at);
    if (at === body.length) return at;
    const kind = KINDS[body[at]!]!;
    if (kind === LINE_END) return at;
    if (kind === ESCAPE) {
      at = checkEscape(body, at, defects);
      continue;
    }
    const end = endOfRun(body, KINDS, at);
    if (kind === RAW) defects.note('qp-raw-8bit', { start: at, end });
    at = end;
  }
  return at;
}

function checkLine(body: Uint8Array, { start, end }: Span, defects: TransferDefects): void {
  if (end - start > ENCODED_LINE_OCTETS)
    defects.note('qp-line-length', { start, end }, `${end - start} octets`);
  let blanks = end;
  while (blanks > start && isBlank(body[blanks - 1]!)) blanks -= 1;
  if (blanks < end) defects.note('qp-trailing-whitespace', { start: blanks, end });
}

/** Checks `=` and what belongs to it; returns the offset behind that. */
function checkEscape(body: Uint8Array, start: number, defects: TransferDefects): number {
  const high = digitAt(body, start + 1);
  const low = digitAt(body, start + 2);
  if (high !== NO_DIGIT && low !== NO_DIGIT) {
    const end = start + 3;
    if (high + low > 2 * DIGIT) defects.note('qp-lowercase-hex', { start, end });
    return end;
  }
  const end = start + 1;
  let lineEnd = end;
  while (lineEnd < body.length && isBlank(body[lineEnd]!)) lineEnd += 1;
  if (!isLineEnd(body, lineEnd))
    defects.note('qp-bad-escape', { start, end: high === NO_DIGIT ? end : end + 1 });
  else if (afterLineEnd(body, lineEnd, body.length) >= body.length)
    defects.note('qp-dangling-soft-break', { start, end });
  return end;
}

function digitAt(body: Uint8Array, at: number): number {
  return at < body.length ? DIGITS[body[at]!]! : NO_DIGIT;
}

function isBlank(octet: number): boolean {
  return octet === SPACE || octet === TAB;
}

/** True also at the end of the body. */
function isLineEnd(body: Uint8Array, at: number): boolean {
  return at >= body.length || KINDS[body[at]!] === LINE_END;
}
