/** Line ends and line lengths of a whole message: RFC 5322 §2.1.1, §2.3, RFC 5321 §4.1.1.4. */

import { CR, LF } from '../octets/ascii.ts';
import { afterLineEnd, beforeLineEnd, type LineEnds, longLines } from '../octets/line-scan.ts';
import type { Span } from '../octets/span.ts';
import { LINE_OCTETS_MAX } from '../transfer/line-limits.ts';
import { type Defect, type DefectCode, DefectLog } from './defect.ts';
import { MAX_DEFECTS } from './limits.ts';

const DOTS_AT_LINE_START = ['\n.', '\r.'].map((text) => Buffer.from(text));

/**
 * Finds bare CRs and bare LFs, each once at the first of them, lines that are too long, and dots
 * that some servers take for the end of the message.
 *
 * Where lines end in bare CRs, these count as line ends.
 *
 * @param offset Of the octets in the message, added to all places.
 */
export function findLineDefects(
  octets: Buffer,
  offset: number,
  lineEnds: LineEnds,
): readonly Defect[] {
  const { bareCr, bareLf, firstBareCr, firstBareLf } = lineEnds;
  const log = new DefectLog();
  const found: Defect[] = [];
  const note = (code: DefectCode, start: number, end: number, detail?: string): void => {
    log.note(found, code, { start: offset + start, end: offset + end }, detail);
  };
  if (firstBareCr !== undefined) note('bare-cr', firstBareCr, firstBareCr + 1, `${bareCr} in all`);
  if (firstBareLf !== undefined) note('bare-lf', firstBareLf, firstBareLf + 1, `${bareLf} in all`);
  if (bareCr > 0 || bareLf > 0) {
    let count = 0;
    for (const { start, end } of loneDots(octets)) {
      note('smuggling-sequence', start, end);
      count += 1;
      if (count > MAX_DEFECTS) break;
    }
  }
  for (const line of longLines(octets, LINE_OCTETS_MAX)) {
    for (const { start, end } of bareCr > 0 ? longStretches(octets, line) : [line]) {
      note('line-too-long', start, end, `${end - start} octets`);
    }
  }
  const last = octets.at(-1);
  if (last !== undefined && last !== LF && last !== CR) {
    note('no-final-crlf', octets.length, octets.length);
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Dots alone on a line, with the line ends around them, unless both are CRLF: some servers end the
 * message there.
 */
function* loneDots(octets: Buffer): Generator<Span, void, undefined> {
  for (const dot of DOTS_AT_LINE_START) {
    for (let at = octets.indexOf(dot); at !== -1; at = octets.indexOf(dot, at + dot.length)) {
      const start = beforeLineEnd(octets, at + 1);
      const end = afterLineEnd(octets, at + dot.length, octets.length);
      const isLineEnd = octets[end - 1] === LF || octets[end - 1] === CR;
      const isSafe = octets[start] === CR && octets[at] === LF && isCrlf(octets, at + dot.length);
      if (isLineEnd && !isSafe) yield { start, end };
    }
  }
}

function isCrlf(octets: Buffer, at: number): boolean {
  return octets[at] === CR && octets[at + 1] === LF;
}

/** The stretches of a line between two CRs that hold more than 998 octets. */
function* longStretches(octets: Buffer, line: Span): Generator<Span, void, undefined> {
  for (let start = line.start; line.end - start > LINE_OCTETS_MAX; ) {
    const cr = octets.subarray(start, line.end).indexOf(CR);
    const end = cr === -1 ? line.end : start + cr;
    if (end - start > LINE_OCTETS_MAX) yield { start, end };
    start = end + 1;
  }
}
