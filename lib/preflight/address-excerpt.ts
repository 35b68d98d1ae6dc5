/** A list of addresses taken apart, to say of a fault what was written around it. */

import { type AddressElement, walkAddresses } from '../carrier/address-walk.ts';
import { nameFragments } from '../carrier/display-name-fault.ts';
import type { Span } from '../octets/span.ts';

/** Characters that a message quotes on either side of a fault. */
const CONTEXT_CHARACTERS = 80;

const CONTINUATION_OCTET = /[\x80-\xbf]/;

/** The mailboxes and groups of a list, also of one that is broken. */
export class AddressList {
  readonly #text: string;
  readonly #decode: (text: string) => string;
  readonly #elements: readonly AddressElement[];
  readonly #fragments: ReadonlySet<AddressElement>;

  /** @param decode Makes what people typed of a stretch of the text. */
  constructor(text: string, decode: (text: string) => string) {
    this.#text = text;
    this.#decode = decode;
    this.#elements = walkAddresses(text, { start: 0, end: text.length }).elements;
    this.#fragments = nameFragments(text, this.#elements);
  }

  /** What a fault spoils of its mailbox, all but the display name, or of its group. */
  spoiledBy({ start, end }: Span): Span {
    const element = this.#elements[this.#indexAt(start)];
    if (element === undefined) return this.#tail();
    const { address, colon, whole } = element;
    const last = colon === undefined ? address.end : whole.end;
    return { start: Math.min(address.start, start), end: Math.max(last, end) };
  }

  /** The mailbox or group around a fault, as it was written; far from the fault cut short. */
  excerpt({ start, end }: Span): string {
    const around = this.#around(start);
    const from = this.#characterStart(Math.max(around.start, start - CONTEXT_CHARACTERS));
    const to = this.#characterStart(Math.min(around.end, end + CONTEXT_CHARACTERS));
    const text = this.#decode(this.#text.slice(from, Math.max(to, end))).trim();
    return `${from > around.start ? '…' : ''}${text}${to < around.end ? '…' : ''}`;
  }

  /** A piece of a display name goes on to the address that the name belongs to. */
  #around(index: number): Span {
    const first = this.#indexAt(index);
    const element = this.#elements[first];
    if (element === undefined) return this.#tail();
    let last = element;
    const reach = index + CONTEXT_CHARACTERS;
    for (let next = first + 1; this.#fragments.has(last) && last.whole.end < reach; next += 1) {
      last = this.#elements[next] ?? last;
    }
    return { start: element.whole.start, end: last.whole.end };
  }

  /** The position of the element that holds or borders on an index; that of none in the tail. */
  #indexAt(index: number): number {
    let low = 0;
    let high = this.#elements.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { whole, comma = whole.end } = this.#elements[middle] ?? { whole: this.#tail() };
      if (Math.max(whole.end, comma) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What the walk did not get to, since a fault of the list ended it. */
  #tail(): Span {
    const last = this.#elements.at(-1);
    const behind = last?.comma === undefined ? last?.whole.end : last.comma + 1;
    return { start: behind ?? 0, end: this.#text.length };
  }

  /** No character of UTF-8 is cut in two. */
  #characterStart(index: number): number {
    let at = index;
    while (at > 0 && index - at < 3 && CONTINUATION_OCTET.test(this.#text.charAt(at))) at -= 1;
    return at;
  }
}
