/** Quoted-printable: RFC 2045 §6.7, with the care for transport of RFC 2049 §3. */

import { CR, DOT, EQUALS, HYPHEN, LF, SPACE, TAB } from '../octets/ascii.ts';
import { asBuffer } from '../octets/view.ts';
import { ENCODED_LINE_OCTETS } from './line-limits.ts';

/** `=XX` */
const ESCAPE_OCTETS = 3;

/** `=` and CRLF. */
const SOFT_BREAK_OCTETS = 3;

const FROM = Buffer.from('From ');
const HEX_DIGITS = Buffer.from('0123456789ABCDEF');

/** By octet: 1 if it stands for itself within a line, 3 if it is escaped. */
const WIDTHS: Uint8Array = Uint8Array.from({ length: 256 }, (_, octet) => {
  const isPrintable = octet >= SPACE && octet < 0x7f && octet !== EQUALS;
  return isPrintable || octet === TAB ? 1 : ESCAPE_OCTETS;
});

/** What the octets CR and LF are: line ends where they make a CRLF, or content like any other. */
export interface QuotedPrintableOptions {
  readonly isText: boolean;
}

/** Octets of {@link writeQuotedPrintable}'s output, counted without writing any. */
export function quotedPrintableOctets(
  content: Uint8Array,
  options: QuotedPrintableOptions,
): number {
  return layOut(content, options, undefined, 0);
}

/**
 * Writes content as quoted-printable into a target that has room for it.
 *
 * Lines hold at most 76 octets; none ends in a blank, starts with a dot or with `From `, and none
 * that follows a soft line break starts with a hyphen, so that no boundary delimiter can arise.
 *
 * Not libqp's encoder: that one leaves dots and `From ` as they are, and cannot tell the size
 * without encoding.
 *
 * @returns The offset behind the last octet written.
 */
export function writeQuotedPrintable(
  content: Uint8Array,
  options: QuotedPrintableOptions,
  target: Uint8Array,
  at: number,
): number {
  return layOut(content, options, target, at);
}

/**
 * Lays out the lines of the content from offset `start` on; returns the offset behind the last.
 *
 * One walk for counting and for writing, so that the count cannot be wrong: without a target it
 * only moves.
 */
function layOut(
  content: Uint8Array,
  { isText }: QuotedPrintableOptions,
  target: Uint8Array | undefined,
  start: number,
): number {
  const buffer = asBuffer(content);
  let at = start;
  let lineStart = 0;
  while (isText) {
    const lineEnd = nextCrlf(buffer, lineStart);
    if (lineEnd === -1) break;
    at = layOutLine(buffer, lineStart, lineEnd, target, at);
    if (target !== undefined) writeCrlf(target, at);
    at += 2;
    lineStart = lineEnd + 2;
  }
  return layOutLine(buffer, lineStart, buffer.length, target, at);
}

function nextCrlf(content: Buffer, from: number): number {
  let lf = content.indexOf(LF, from);
  while (lf > from && content[lf - 1] !== CR) lf = content.indexOf(LF, lf + 1);
  return lf > from ? lf - 1 : -1;
}

/**
 * Lays out one line of content as one or more encoded lines, soft line breaks between them.
 *
 * `column` is the octets in the current encoded line. The inner loop is a run of octets that fit
 * whatever follows; the first octet of an encoded line and the last of the content's line are
 * looked at on their own.
 */
function layOutLine(
  content: Buffer,
  start: number,
  end: number,
  target: Uint8Array | undefined,
  from: number,
): number {
  if (start === end) return from;
  const widths = WIDTHS;
  const last = end - 1;
  let at = from;
  let column = 0;
  let index = start;
  if (index < last) {
    column = widthAtLineStart(content, index, { isAfterSoftBreak: false });
    if (target !== undefined) put(content[index]!, column, target, at);
    at += column;
    index += 1;
  }
  while (index < last) {
    const runStart = index;
    const runColumn = column;
    while (index < last) {
      const width = widths[content[index]!]!;
      if (column + width >= ENCODED_LINE_OCTETS) break;
      column += width;
      index += 1;
    }
    if (target !== undefined) putRun(content, runStart, index, target, at);
    at += column - runColumn;
    if (index === last) break;
    if (target !== undefined) writeSoftBreak(target, at);
    at += SOFT_BREAK_OCTETS;
    column = widthAtLineStart(content, index, { isAfterSoftBreak: true });
    if (target !== undefined) put(content[index]!, column, target, at);
    at += column;
    index += 1;
  }
  const isAfterSoftBreak = column + widthAtLineEnd(content, last) > ENCODED_LINE_OCTETS;
  if (isAfterSoftBreak) {
    if (target !== undefined) writeSoftBreak(target, at);
    at += SOFT_BREAK_OCTETS;
  }
  const isAlone = isAfterSoftBreak || start === last;
  const width = Math.max(
    widthAtLineEnd(content, last),
    isAlone ? widthAtLineStart(content, last, { isAfterSoftBreak }) : 1,
  );
  if (target !== undefined) put(content[last]!, width, target, at);
  return at + width;
}

/** A blank at the end of a line would be lost, so it is escaped. */
function widthAtLineEnd(content: Buffer, index: number): number {
  const octet = content[index]!;
  return octet === SPACE || octet === TAB ? ESCAPE_OCTETS : WIDTHS[octet]!;
}

/** A dot, a `From ` or, after a soft break, a hyphen that starts an encoded line is escaped. */
function widthAtLineStart(
  content: Buffer,
  index: number,
  { isAfterSoftBreak }: { readonly isAfterSoftBreak: boolean },
): number {
  const octet = content[index]!;
  if (octet === DOT) return ESCAPE_OCTETS;
  if (octet === HYPHEN && isAfterSoftBreak) return ESCAPE_OCTETS;
  const isFromLine = octet === FROM[0] && content.subarray(index, index + FROM.length).equals(FROM);
  return isFromLine ? ESCAPE_OCTETS : WIDTHS[octet]!;
}

/** Writes octets of one encoded line; block moves cost more than they save on runs this short. */
function putRun(content: Buffer, start: number, end: number, target: Uint8Array, at: number): void {
  const widths = WIDTHS;
  let to = at;
  for (let index = start; index < end; index += 1) {
    const octet = content[index]!;
    if (widths[octet] === 1) {
      target[to] = octet;
      to += 1;
    } else {
      put(octet, ESCAPE_OCTETS, target, to);
      to += ESCAPE_OCTETS;
    }
  }
}

function put(octet: number, width: number, target: Uint8Array, at: number): void {
  if (width === 1) {
    target[at] = octet;
    return;
  }
  target[at] = EQUALS;
  target[at + 1] = HEX_DIGITS[octet >> 4]!;
  target[at + 2] = HEX_DIGITS[octet & 0x0f]!;
}

function writeSoftBreak(target: Uint8Array, at: number): void {
  target[at] = EQUALS;
  writeCrlf(target, at + 1);
}

function writeCrlf(target: Uint8Array, at: number): void {
  target[at] = CR;
  target[at + 1] = LF;
}
