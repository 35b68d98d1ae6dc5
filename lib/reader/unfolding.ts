/** The body of a header field without its folds, and the way back to the octets: RFC 5322 §2.2.3. */

import type { Span } from '../octets/span.ts';

const LINE_END = /\r{0,2}\n|\r/g;

/** One line of a folded body, and the fold before it. */
interface FoldedLine {
  /** Where it starts in the unfolded text. */
  readonly index: number;
  /** Where it starts in the message. */
  readonly offset: number;
  readonly foldStart: number;
}

const NO_FOLDS: readonly FoldedLine[] = [];

/** An unfolded body; for each line but the first, where it starts, there and in the message. */
export class Unfolding {
  /** Without the line ends of the folds, one character for each octet. */
  readonly text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #lines: readonly FoldedLine[];

  constructor(octets: Buffer, start: number, end: number) {
    const body = octets.toString('latin1', start, end);
    this.#start = start;
    this.#end = end;
    const isFolded = body.includes('\n') || body.includes('\r');
    this.#lines = isFolded ? foldedLines(body, start) : NO_FOLDS;
    this.text = isFolded ? body.replace(LINE_END, '') : body;
  }

  /** The line ends that were taken out, in the message. */
  get folds(): readonly Span[] {
    return this.#lines.map(({ foldStart, offset }) => ({ start: foldStart, end: offset }));
  }

  /** The places in the text where folds were, ascending. */
  get foldIndices(): readonly number[] {
    return this.#lines.map(({ index }) => index);
  }

  /** The offset in the message of a character of the text; of its end, the end of the body. */
  offsetOf(index: number): number {
    if (index >= this.text.length) return this.#end;
    const line = lastNotAbove(this.#lines, index);
    return line === undefined ? this.#start + index : line.offset + index - line.index;
  }

  /** The octets of the message that a stretch of the text was made of. */
  spanOf({ start, end }: Span): Span {
    const from = this.offsetOf(start);
    return { start: from, end: end > start ? this.offsetOf(end - 1) + 1 : from };
  }
}

function foldedLines(body: string, bodyStart: number): readonly FoldedLine[] {
  const lines: FoldedLine[] = [];
  let taken = 0;
  for (const { index, 0: lineEnd } of body.matchAll(LINE_END)) {
    const foldStart = bodyStart + index;
    lines.push({ index: index - taken, offset: foldStart + lineEnd.length, foldStart });
    taken += lineEnd.length;
  }
  return lines;
}

/** The last line that does not start behind an index; undefined for the first line. */
function lastNotAbove(lines: readonly FoldedLine[], index: number): FoldedLine | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.index ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1];
}
