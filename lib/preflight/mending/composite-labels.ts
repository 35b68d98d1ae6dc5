/** Composites that are labelled 8bit or binary, and hold nothing of the kind any more: RFC 2045 §6.4. */

import { isAscii } from 'node:buffer';
import type { Entity } from '../../reader/entity.ts';
import type { EntityRegion } from './entity-region.ts';

const NOT_SEVEN_BIT: readonly string[] = ['8bit', 'binary'];

/** A composite, and the first of the bodies within it that are encoded anew. */
interface BecomingSevenBit {
  readonly composite: Entity;
  readonly first: EntityRegion;
}

/** @param regions Of the entities in which something is mended. */
export function* becomingSevenBit(
  message: Buffer,
  entities: readonly Entity[],
  regions: ReadonlyMap<Entity, EntityRegion>,
): Generator<BecomingSevenBit, void, undefined> {
  for (const composite of entities) {
    if (composite.parts.length === 0) continue;
    if (!NOT_SEVEN_BIT.includes(composite.transferEncoding)) continue;
    const inner = [...composite.walk()].slice(1);
    const first = inner.map((one) => regions.get(one)).find((region) => region?.has('body'));
    const isClear = [composite, ...inner].every(
      (one) => regions.get(one)?.has('body') === true || isOwnAscii(message, one),
    );
    if (first !== undefined && isClear) yield { composite, first };
  }
}

/** Of what an entity holds itself: its body, or what stands around its parts. */
function isOwnAscii(message: Buffer, { body, parts, preamble, epilogue }: Entity): boolean {
  const own = parts.length === 0 ? [body] : [preamble, epilogue];
  return own.every((span) => span === undefined || isAscii(message.subarray(span.start, span.end)));
}
