/** What may stand before the first header field of a message, and should not: RFC 5322 §2.2. */

import { CR, LF, SPACE, TAB } from '../octets/ascii.ts';
import { afterLineEnd, endOfLine } from '../octets/line-scan.ts';
import type { Span } from '../octets/span.ts';
import type { Defect } from './defect.ts';
import type { ReadingState } from './header-section.ts';

const BYTE_ORDER_MARK = /^(?:\xef\xbb\xbf|\xfe\xff|\xff\xfe)/;

/** A mailbox separator (RFC 4155), also quoted; no field, since no colon follows the word. */
const MBOX_FROM = /^>?From [ \t]*[^ \t:]/;
const LINE_END = /^[\r\n]/;
const CONTINUATION = /^[ \t]/;

const WHITE_SPACE: ReadonlySet<number | undefined> = new Set([TAB, LF, CR, SPACE]);

/** Enough to see what a line starts with. */
const START_OCTETS = 80;

/**
 * Passes over a byte order mark, a mailbox separator, and continuations of nothing.
 *
 * @param defects Grows by what was passed over, and by an empty first line, which ends the header
 *   section at once.
 * @returns Where the header fields start.
 */
export function skipLeadingLines(state: ReadingState, start: number, defects: Defect[]): number {
  const { octets, log } = state;
  const startsWith = (pattern: RegExp, at: number): number =>
    pattern.exec(octets.toString('latin1', at, Math.min(at + START_OCTETS, octets.length)))?.[0]
      .length ?? 0;
  let at = start;
  if (start === 0 && isBlankOnly(octets)) {
    log.note(defects, 'empty-input', { start, end: octets.length });
    return octets.length;
  }
  const take = (code: Defect['code'], end: number): void => {
    const span: Span = { start: at, end };
    log.note(defects, code, span);
    at = end;
  };

  const mark = startsWith(BYTE_ORDER_MARK, at);
  if (mark > 0) take('bom-at-start', at + mark);
  if (startsWith(MBOX_FROM, at) > 0) take('mbox-from-line', lineAfter(octets, at));
  if (startsWith(LINE_END, at) > 0) {
    log.note(defects, 'leading-blank-line', { start: at, end: lineAfter(octets, at) });
    return at;
  }
  let end = at;
  while (startsWith(CONTINUATION, end) > 0) end = lineAfter(octets, end);
  if (end > at) take('leading-continuation', end);
  return at;
}

function isBlankOnly(octets: Buffer): boolean {
  let at = 0;
  while (at < octets.length && WHITE_SPACE.has(octets[at])) at += 1;
  return at === octets.length;
}

function lineAfter(octets: Buffer, at: number): number {
  return afterLineEnd(octets, endOfLine(octets, at, octets.length), octets.length);
}
