/** The body of a header field without its folds, and the way back to the octets: RFC 5322 §2.2.3. */

import type { Span } from '../octets/span.ts';

const LINE_END = /\r{0,2}\n|\r/g;

/** Places of the folds of a body; numbers side by side, for there may be millions. */
interface Folds {
  /** Where the lines behind them start in the unfolded text, ascending. */
  readonly indices: readonly number[];
  /** Where they start and end in the message. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const NO_FOLDS: Folds = { indices: [], starts: [], ends: [] };

/** An unfolded body, and the way from its characters back to the octets. */
export class Unfolding {
  /** Without the line ends of the folds, one character for each octet. */
  readonly text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #folds: Folds;

  constructor(octets: Buffer, start: number, end: number) {
    const body = octets.toString('latin1', start, end);
    this.#start = start;
    this.#end = end;
    const isFolded = body.includes('\n') || body.includes('\r');
    this.#folds = isFolded ? foldsOf(body, start) : NO_FOLDS;
    this.text = isFolded ? body.replace(LINE_END, '') : body;
  }

  /** The line ends that were taken out, in the message. */
  get folds(): readonly Span[] {
    const { starts, ends } = this.#folds;
    return starts.map((start, at) => ({ start, end: ends[at] ?? start }));
  }

  /** The places in the text where folds were, ascending. */
  get foldIndices(): readonly number[] {
    return this.#folds.indices;
  }

  /** The offset in the message of a character of the text; of its end, the end of the body. */
  offsetOf(index: number): number {
    if (index >= this.text.length) return this.#end;
    const from = index > 0 ? Math.floor(index) : 0;
    const { indices, ends } = this.#folds;
    const fold = lastNotAbove(indices, from);
    const lineStart = ends[fold];
    return lineStart === undefined ? this.#start + from : lineStart + from - (indices[fold] ?? 0);
  }

  /**
   * The octets of the message that a stretch of the text was made of.
   *
   * Of nothing at a fold, the place before the fold: where what came before it ends.
   */
  spanOf({ start, end }: Span): Span {
    if (end > start) return { start: this.offsetOf(start), end: this.offsetOf(end - 1) + 1 };
    const at = start > 0 ? this.offsetOf(start - 1) + 1 : this.offsetOf(0);
    return { start: at, end: at };
  }
}

function foldsOf(body: string, bodyStart: number): Folds {
  const indices: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let taken = 0;
  for (const { index, 0: lineEnd } of body.matchAll(LINE_END)) {
    indices.push(index - taken);
    starts.push(bodyStart + index);
    ends.push(bodyStart + index + lineEnd.length);
    taken += lineEnd.length;
  }
  return { indices, starts, ends };
}

/** The position of the last of some ascending numbers that is not above a limit; -1 for none. */
function lastNotAbove(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
