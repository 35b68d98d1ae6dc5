/** Line ends made CRLF, but for those in bodies that are encoded anew: RFC 5322 §2.3. */

import { CR, CRLF, LF } from '../../octets/ascii.ts';
import { hasLoneCrOrLf } from '../../transfer/survey.ts';
import type { Edit, Region } from './edit.ts';

const LINE_END = /\r{0,2}\n|\r/g;

/** What else the line ends of a message depend on. */
interface Surroundings {
  /** Of all other regions, in order. */
  others(): readonly Edit[];
  /** Bodies in which a bare CR or LF is content, which only an encoding keeps. */
  readonly bodies: readonly Region[];
}

export class LineEndRegion implements Region {
  readonly description = 'end lines with CRLF';
  readonly #message: Buffer;
  readonly #around: Surroundings;
  #wantsFinal = false;
  #edits: readonly Edit[] | undefined;
  #final: readonly Edit[] | undefined;

  constructor(message: Buffer, around: Surroundings) {
    this.#message = message;
    this.#around = around;
  }

  /** Asks for a line end behind the last line. */
  wantFinal(): void {
    this.#wantsFinal = true;
  }

  /** The line end that is added; those that are changed are too many to be passed around. */
  get final(): readonly Edit[] {
    this.#final ??= [...this.#findFinal()];
    return this.#final;
  }

  get edits(): readonly Edit[] {
    this.#edits ??= [...this.#insertions(), ...this.final, ...this.bodyEdits];
    return this.#edits;
  }

  /** Of the bodies that are encoded for the sake of their line ends. */
  get bodyEdits(): readonly Edit[] {
    return this.#around.bodies.flatMap(({ edits }) => edits);
  }

  *#findFinal(): Generator<Edit, void, undefined> {
    const end = this.#message.length;
    if (!this.#wantsFinal || end === 0) return;
    // What is written there ends its lines itself.
    const last = this.#around.others().at(-1);
    const isWritten = last?.end === end && endsLine(last.replacement);
    if (!isWritten) yield { start: end, end, replacement: Buffer.from(CRLF) };
  }

  *#insertions(): Generator<Edit, void, undefined> {
    let at = 0;
    for (const { start, end } of this.#around.others()) {
      yield* this.#changes(at, start);
      at = end;
    }
    yield* this.#changes(at, this.#message.length);
  }

  *#changes(start: number, end: number): Generator<Edit, void, undefined> {
    const stretch = this.#message.subarray(start, end);
    if (!hasLoneCrOrLf(stretch)) return;
    for (const { index, 0: lineEnd } of stretch.toString('latin1').matchAll(LINE_END)) {
      if (lineEnd === CRLF) continue;
      const from = start + index;
      yield { start: from, end: from + lineEnd.length, replacement: Buffer.from(CRLF) };
    }
  }
}

function endsLine(octets: Uint8Array): boolean {
  const last = octets.at(-1);
  return last === LF || last === CR;
}
