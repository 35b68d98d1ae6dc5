/** Octets made visible: each one a cell of text, in lines that fit a page. */

import type { Span } from '../../../lib/octets/span.ts';

const LF = 0x0a;
const CELLS_MOST = 84;
/** What stays before a fault in a line that is cut. */
const CELLS_BEFORE = 24;

/** One line of a message as text: its line end is shown where it is at fault, or easily missed. */
export interface VisibleLine {
  readonly text: string;
  /** Carets under the octets at fault; absent if none of them is in this line. */
  readonly marks?: string;
}

/** Shows one line of a message, cut to its neighbourhood of the fault where it is long. */
export function visibleLine(message: Buffer, line: Span, fault?: Span): VisibleLine {
  const here = fault && overlap(message, line, fault);
  const shown = { start: line.start, end: shownEnd(message, line, here) };
  const window = cut(shown, here);
  const cells = Array.from(message.subarray(window.start, window.end), cell);
  const before = window.start > shown.start ? '…' : '';
  const text = `${before}${cells.join('')}${window.end < shown.end ? '…' : ''}`;
  if (here === undefined) return { text };
  const at = Math.max(here.start - window.start, 0);
  const octets = cells.slice(at, Math.max(here.end - window.start, at));
  const left = before.length + cells.slice(0, at).join('').length;
  return { text, marks: ' '.repeat(left) + '^'.repeat(Math.max(octets.join('').length, 1)) };
}

/** Printable ASCII as it is, controls as their pictures, what is not 7-bit as `<C3>`. */
function cell(octet: number): string {
  if (octet >= 0x80) return `<${octet.toString(16).toUpperCase()}>`;
  if (octet === 0x7f) return '\u2421';
  return String.fromCharCode(octet < 0x20 ? 0x2400 + octet : octet);
}

/** What of a fault is in a line; an absent thing may be due behind the last octet of all. */
function overlap(message: Buffer, line: Span, fault: Span): Span | undefined {
  const start = Math.max(line.start, fault.start);
  const end = Math.min(line.end, fault.end);
  const isWithin = fault.start < fault.end ? start < end : start <= end && start < line.end;
  return isWithin || (start === end && isEnd(message, line, start)) ? { start, end } : undefined;
}

/** Whether an offset is the end of the message, and in this line: not after a last line end. */
function isEnd(message: Buffer, { start }: Span, offset: number): boolean {
  return offset === message.length && (start === offset || message.at(-1) !== LF);
}

/** A CRLF is left out, unless a blank stands before it, or it is all that the fault has to show. */
function shownEnd(message: Buffer, { start, end }: Span, fault: Span | undefined): number {
  const text = message.toString('latin1', Math.max(start, end - 3), end);
  const bare = end - 2;
  if (!text.endsWith('\r\n') || /^[ \t]\r\n$/.test(text)) return end;
  const isAtFault = fault !== undefined && fault.start >= bare;
  return isAtFault && (fault.end > fault.start || bare === start) ? end : bare;
}

/** The part of a line that is shown; a cell of one octet may take four places. */
function cut({ start, end }: Span, fault: Span | undefined): Span {
  if (end - start <= CELLS_MOST) return { start, end };
  const at = Math.min(fault?.start ?? start, end);
  const from = at - start < CELLS_MOST - CELLS_BEFORE ? start : at - CELLS_BEFORE;
  return { start: from, end: Math.min(end, from + CELLS_MOST) };
}
