/** One header field among the octets of a message: RFC 5322 §2.2, unfolded as in §2.2.3. */

import type { Span } from '../octets/span.ts';

/** A header field as it was read. */
export interface HeaderField {
  /** As written, one character for each octet; empty where a line starts with a colon. */
  readonly name: string;
  readonly lowerName: string;
  /** From the name to behind the last line end. */
  readonly span: Span;
  /** Without blanks before the colon. */
  readonly nameSpan: Span;
  /** From behind the colon, the blank there included, to before the last line end. */
  readonly bodySpan: Span;
  /** The body without the line ends of its folds, one character for each octet. */
  unfolded(): string;
  /** The offset in the message of a character of the unfolded body; of its end, the body's end. */
  offsetOf(index: number): number;
  /** The octets of the message that a stretch of the unfolded body was made of. */
  spanOf(stretch: Span): Span;
}

/** The first field of that name, which is given in lower case. */
export function fieldNamed(
  fields: readonly HeaderField[],
  lowerName: string,
): HeaderField | undefined {
  return fields.find((field) => field.lowerName === lowerName);
}

/** Where the octets of a field lie. */
export interface FieldPlaces {
  readonly start: number;
  readonly nameEnd: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly end: number;
}

/** The unfolded body, and for each line of it where it starts, there and in the message. */
interface Unfolding {
  readonly text: string;
  readonly indices: readonly number[];
  readonly offsets: readonly number[];
}

const LINE_END = /\r{0,2}\n|\r/g;

/** A field that unfolds its body when first asked, and then remembers. */
export class FieldInOctets implements HeaderField {
  readonly name: string;
  readonly lowerName: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly bodySpan: Span;
  readonly #octets: Buffer;
  #unfolding: Unfolding | undefined;

  constructor(octets: Buffer, places: FieldPlaces) {
    this.#octets = octets;
    this.span = { start: places.start, end: places.end };
    this.nameSpan = { start: places.start, end: places.nameEnd };
    this.bodySpan = { start: places.bodyStart, end: places.bodyEnd };
    this.name = octets.toString('latin1', places.start, places.nameEnd);
    this.lowerName = this.name.toLowerCase();
  }

  unfolded(): string {
    return this.#unfold().text;
  }

  offsetOf(index: number): number {
    const { text, indices, offsets } = this.#unfold();
    if (index >= text.length) return this.bodySpan.end;
    const line = lastNotAbove(indices, index);
    return (offsets[line] ?? 0) + index - (indices[line] ?? 0);
  }

  spanOf({ start, end }: Span): Span {
    const from = this.offsetOf(start);
    return { start: from, end: end > start ? this.offsetOf(end - 1) + 1 : from };
  }

  #unfold(): Unfolding {
    const { start, end } = this.bodySpan;
    this.#unfolding ??= unfold(this.#octets.toString('latin1', start, end), start);
    return this.#unfolding;
  }
}

function unfold(body: string, bodyStart: number): Unfolding {
  if (!body.includes('\n') && !body.includes('\r')) {
    return { text: body, indices: [0], offsets: [bodyStart] };
  }
  const lines: string[] = [];
  const indices: number[] = [];
  const offsets: number[] = [];
  let lineStart = 0;
  let index = 0;
  const add = (lineEnd: number): void => {
    lines.push(body.slice(lineStart, lineEnd));
    indices.push(index);
    offsets.push(bodyStart + lineStart);
    index += lineEnd - lineStart;
  };
  for (const fold of body.matchAll(LINE_END)) {
    add(fold.index);
    lineStart = fold.index + fold[0].length;
  }
  add(body.length);
  return { text: lines.join(''), indices, offsets };
}

/** The position of the last of some ascending numbers that is not above `limit`. */
function lastNotAbove(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle;
    else high = middle;
  }
  return low;
}
