/** Line ends and line lengths of a whole message: RFC 5322 §2.1.1, §2.3, RFC 5321 §4.1.1.4. */

import { CR, LF } from '../octets/ascii.ts';
import { type LineEnds, longLines } from '../octets/line-scan.ts';
import type { Span } from '../octets/span.ts';
import { LINE_OCTETS_MAX } from '../transfer/line-limits.ts';
import { type Defect, type DefectCode, DefectLog } from './defect.ts';

/** A dot alone on its line; some servers end the message there unless both line ends are CRLF. */
const LONE_DOT = /(\r\n|\r|\n)\.(?=(\r\n|\r|\n))/g;

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
    for (const { start, end } of loneDots(octets)) note('smuggling-sequence', start, end);
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
  return found;
}

/** Dots alone on a line, with the line ends around them, unless both are CRLF. */
function* loneDots(octets: Buffer): Generator<Span, void, undefined> {
  for (const match of octets.toString('latin1').matchAll(LONE_DOT)) {
    const [found, before, after = ''] = match;
    if (before === '\r\n' && after === '\r\n') continue;
    yield { start: match.index, end: match.index + found.length + after.length };
  }
}

/** The stretches of a line between two CRs that hold more than 998 octets. */
function* longStretches(octets: Buffer, line: Span): Generator<Span, void, undefined> {
  for (let start = line.start; line.end - start > LINE_OCTETS_MAX; ) {
    const cr = octets.indexOf(CR, start);
    const end = cr === -1 ? line.end : Math.min(cr, line.end);
    if (end - start > LINE_OCTETS_MAX) yield { start, end };
    start = end + 1;
  }
}
