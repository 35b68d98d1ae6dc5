/** What was signed, and is not to be touched: RFC 1847 §2.1, RFC 6376. */

import type { Span } from '../../octets/span.ts';
import type { MessageFacts } from '../facts.ts';
import { inOrderAt } from '../in-order.ts';

export class Sealed {
  readonly #facts: MessageFacts;
  readonly #mayDrop: boolean;
  #spans: readonly Span[] | undefined;

  /** @param mayDrop DKIM signatures may go; what else is signed stays sealed. */
  constructor(facts: MessageFacts, mayDrop: boolean) {
    this.#facts = facts;
    this.#mayDrop = mayDrop;
  }

  /** Whether an octet is in what was signed, or stands at its end. */
  has(offset: number): boolean {
    const { spans } = this;
    return isWithin(spans, offset) || isWithin(spans, offset - 1);
  }

  /** The whole message under a DKIM signature, else the bodies of signed parts. */
  get spans(): readonly Span[] {
    this.#spans ??= this.#find();
    return this.#spans;
  }

  #find(): readonly Span[] {
    const { entities, octets } = this.#facts;
    const isSigned = this.#facts.fieldsNamed('dkim-signature').length > 0;
    if (isSigned && !this.#mayDrop) return [{ start: 0, end: octets.length }];
    const outermost: Span[] = [];
    for (const { mediaType, body } of entities) {
      const isInner = body.start < (outermost.at(-1)?.end ?? 0);
      if (mediaType.essence === 'multipart/signed' && !isInner) outermost.push(body);
    }
    return outermost;
  }
}

function isWithin(spans: readonly Span[], offset: number): boolean {
  return inOrderAt(spans, offset, (span) => span) !== undefined;
}
