/** Lines and columns, computed from offsets when somebody asks. */

import { octetsArgument } from '../arguments.ts';
import { CR, LF } from './ascii.ts';

/** Where an octet stands, both counted from 1; the column counts octets. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Makes a function from offset to position, for spans of octets.
 *
 * Lines end at CRLF, LF, or bare CR, as editors show them. Ascending offsets cost one pass over
 * the octets altogether; a smaller offset than the last starts again.
 *
 * @throws {MimewrightError} `value-type` when the argument is no Uint8Array.
 * @example
 * const positionOf = positionFinder(octets);
 * for (const { code, start } of read(octets).allDefects()) console.log(positionOf(start), code);
 */
export function positionFinder(octets: Uint8Array): (offset: number) => Position {
  const buffer = octetsArgument('octets', octets);
  let walk = new LineWalk(buffer);
  return (offset) => {
    if (offset < walk.lineStart) walk = new LineWalk(buffer);
    while (walk.nextLineStart <= offset) walk.advance();
    return { line: walk.line, column: offset - walk.lineStart + 1 };
  };
}

/** One line after the other; the next CR and LF are each looked for once. */
class LineWalk {
  line = 1;
  lineStart = 0;
  /** Infinity on the last line. */
  nextLineStart: number;
  readonly #buffer: Buffer;
  #cr: number;
  #lf: number;

  constructor(octets: Buffer) {
    this.#buffer = octets;
    this.#cr = this.#find(CR, 0);
    this.#lf = this.#find(LF, 0);
    this.nextLineStart = this.#behindLineEnd();
  }

  advance(): void {
    this.line += 1;
    this.lineStart = this.nextLineStart;
    if (this.#cr < this.lineStart) this.#cr = this.#find(CR, this.lineStart);
    if (this.#lf < this.lineStart) this.#lf = this.#find(LF, this.lineStart);
    this.nextLineStart = this.#behindLineEnd();
  }

  #behindLineEnd(): number {
    return this.#lf === this.#cr + 1 ? this.#lf + 1 : Math.min(this.#cr, this.#lf) + 1;
  }

  #find(octet: number, from: number): number {
    const at = this.#buffer.indexOf(octet, from);
    return at === -1 ? Number.POSITIVE_INFINITY : at;
  }
}
