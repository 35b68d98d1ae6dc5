/** Close delimiters where multiparts end without one: RFC 2046 §5.1.1. */

import { CRLF } from '../../octets/ascii.ts';
import type { Entity } from '../../reader/entity.ts';
import type { Edit, Region } from './edit.ts';

/** Those that end at one place, the innermost first. */
export class CloseRegion implements Region {
  readonly description = 'write the close delimiter';
  readonly #at: number;
  readonly #isEnd: boolean;
  readonly #open: Entity[] = [];
  #edits: readonly Edit[] | undefined;

  constructor(message: Buffer, at: number) {
    this.#at = at;
    this.#isEnd = at === message.length;
  }

  /** Takes a multipart that encloses those taken before, or is enclosed by them. */
  add(multipart: Entity): void {
    this.#open.push(multipart);
  }

  get edits(): readonly Edit[] {
    this.#edits ??= [this.#edit()];
    return this.#edits;
  }

  /** The line end before a delimiter is its own, so the last part keeps all its octets. */
  #edit(): Edit {
    const inner = this.#open.toSorted((a, b) => b.span.start - a.span.start);
    const lines = inner.map(({ boundary = '' }) => `${CRLF}--${boundary}--`).join('');
    const replacement = Buffer.from(this.#isEnd ? lines + CRLF : lines, 'latin1');
    return { start: this.#at, end: this.#at, replacement };
  }
}
