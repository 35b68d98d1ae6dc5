/** Where characters of a leaf's decoded text stand among the octets of the message. */

import { isAscii } from 'node:buffer';
import type { Span } from '../../../octets/span.ts';
import type { Entity } from '../../../reader/entity.ts';
import type { MessageFacts } from '../../facts.ts';

const IDENTITY: ReadonlySet<string> = new Set(['7bit', '8bit', 'binary']);

/**
 * Places stretches of one leaf's text, asked for in ascending order.
 *
 * Exact where the body is ASCII as it stands, each line ended by CRLF; where it is encoded, the
 * stretch as it stands in the body, else the whole body.
 */
export class TextPlaces {
  readonly #text: string;
  readonly #body: Span;
  readonly #octets: Buffer;
  #isExact: boolean | undefined;
  #at = 0;
  #lineFeeds = 0;
  #searched = 0;

  constructor({ octets }: MessageFacts, { body, text = '', transferEncoding }: Entity) {
    this.#text = text;
    this.#body = body;
    this.#octets = octets.subarray(body.start, body.end);
    if (!IDENTITY.has(transferEncoding)) this.#isExact = false;
  }

  place({ start, end }: Span): Span {
    this.#isExact ??= isPlain(this.#octets, this.#text);
    if (!this.#isExact) return this.#find(this.#text.slice(start, end));
    return { start: this.#offsetOf(start), end: this.#offsetOf(end) };
  }

  #offsetOf(index: number): number {
    for (;;) {
      const lf = this.#text.indexOf('\n', this.#at);
      if (lf === -1 || lf >= index) return this.#body.start + index + this.#lineFeeds;
      this.#lineFeeds += 1;
      this.#at = lf + 1;
    }
  }

  /** Gives up at the first stretch that is not there as it is, so that time stays linear. */
  #find(stretch: string): Span {
    const found = this.#searched === -1 ? -1 : this.#octets.indexOf(stretch, this.#searched);
    this.#searched = found === -1 ? -1 : found + stretch.length;
    if (found === -1 || stretch === '') return this.#body;
    const start = this.#body.start + found;
    return { start, end: start + Buffer.byteLength(stretch) };
  }
}

/** Whether text and octets differ by the CRs of the line ends alone. */
function isPlain(octets: Buffer, text: string): boolean {
  if (!isAscii(octets)) return false;
  let length = text.length;
  for (let lf = text.indexOf('\n'); lf !== -1; lf = text.indexOf('\n', lf + 1)) length += 1;
  return length === octets.length;
}
