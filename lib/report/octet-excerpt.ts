/** The octets of a finding among their neighbours, made visible, with carets below. */

import { CR, LF, SPACE, TAB } from '../octets/ascii.ts';
import { asBuffer } from '../octets/view.ts';
import type { Finding } from '../preflight/report.ts';

/** One line of octets as characters that can be seen, and carets under those at fault. */
export interface OctetExcerpt {
  /** Printable ASCII and the pictures of control characters: each is one column wide. */
  readonly line: string;
  /** Blanks and one run of `^`; it ends with the last of them. */
  readonly carets: string;
}

const DEL = 0x7f;

/** Columns drawn between the marks of a cut, and how many of them before the fault at least. */
const COLUMNS_MAX = 72;
const COLUMNS_BEFORE = 36;

/** Pictures of the control characters stand in Unicode in their order; DEL's and that of a blank behind. */
const PICTURES = 0x2400;
const PICTURE_OF_DEL = '\u2421';
const VISIBLE_BLANK = '\u2423';
const CUT = '...';
const END_OF_MESSAGE = '[end of message]';

/**
 * The line that a finding starts in, up to its LF. CR, LF, TAB, NUL and their like are drawn as
 * pictures, octets beyond ASCII as `\xC3`, blanks at the end of the line as open boxes; a long line is
 * cut around the fault. The caret of an empty span stands under what follows it.
 *
 * @returns Nothing for a finding about an option, and where its octets do not exist.
 */
export function octetExcerpt(octets: Uint8Array, at: Finding['at']): OctetExcerpt | undefined {
  if (at.in === 'option' || at.start > octets.length) return undefined;
  const line = lineAround(asBuffer(octets), at.start);
  const { start, end } = windowOf(octets, line, at.start);
  const before = (start > line.start ? CUT : '') + drawn(octets, line, start, at.start);
  if (at.start === octets.length) {
    return { line: before + END_OF_MESSAGE, carets: caretsBelow(before, 1) };
  }
  const marked = drawn(octets, line, at.start, Math.min(at.end, end));
  const after = drawn(octets, line, Math.max(at.start, Math.min(at.end, end)), end);
  return {
    line: before + marked + after + (end < line.end ? CUT : ''),
    carets: caretsBelow(before, Math.max(1, marked.length)),
  };
}

interface Line {
  readonly start: number;
  /** From where to where there are blanks at the end of the line. */
  readonly blanks: number;
  readonly content: number;
  readonly end: number;
}

/** Looks one octet further than what can be shown: where the line goes on there, it is cut. */
function lineAround(octets: Buffer, offset: number): Line {
  const from = Math.max(0, offset - COLUMNS_MAX - 1);
  const reach = Math.min(octets.length, offset + COLUMNS_MAX + 1);
  const before = octets.subarray(from, offset).lastIndexOf(LF);
  const start = from + before + 1;
  const lf = octets.subarray(offset, reach).indexOf(LF);
  const end = lf === -1 ? reach : offset + lf + 1;
  let content = end;
  if (lf !== -1) content -= 1;
  if (content > start && octets[content - 1] === CR) content -= 1;
  const isEndSeen = lf !== -1 || reach === octets.length;
  let blanks = content;
  while (isEndSeen && blanks > start && isBlank(octets[blanks - 1])) blanks -= 1;
  return { start, blanks, content, end };
}

function isBlank(octet: number | undefined): boolean {
  return octet === SPACE || octet === TAB;
}

/** As much of the line as has room: some before the offset, then what follows, then more before. */
function windowOf(octets: Uint8Array, line: Line, offset: number): { start: number; end: number } {
  let columns = 0;
  let start = offset;
  let end = offset;
  const grow = (octet: number | undefined, most: number): boolean => {
    const width = widthOf(octet ?? 0);
    if (columns + width > most) return false;
    columns += width;
    return true;
  };
  while (start > line.start && grow(octets[start - 1], COLUMNS_BEFORE)) start -= 1;
  while (end < line.end && grow(octets[end], COLUMNS_MAX)) end += 1;
  while (start > line.start && grow(octets[start - 1], COLUMNS_MAX)) start -= 1;
  return { start, end };
}

function drawn(octets: Uint8Array, line: Line, start: number, end: number): string {
  let glyphs = '';
  for (let offset = start; offset < end; offset += 1) {
    const isAtEnd = offset >= line.blanks && offset < line.content;
    glyphs += isAtEnd && octets[offset] === SPACE ? VISIBLE_BLANK : glyphOf(octets[offset] ?? 0);
  }
  return glyphs;
}

function glyphOf(octet: number): string {
  if (octet < SPACE) return String.fromCharCode(PICTURES + octet);
  if (octet === DEL) return PICTURE_OF_DEL;
  if (octet < DEL) return String.fromCharCode(octet);
  return `\\x${octet.toString(16).toUpperCase()}`;
}

function widthOf(octet: number): number {
  return octet > DEL ? 4 : 1;
}

function caretsBelow(before: string, count: number): string {
  return ' '.repeat(before.length) + '^'.repeat(count);
}
