/** Where in the message's tree an octet stands. */

import type { Span } from '../model/span.ts';
import type { Entity } from '../reader/entity.ts';
import type { MessageFacts } from './facts.ts';
import type { Site } from './rule.ts';

/** The site of some octets: the innermost entity, and the header field if they are in one. */
export function siteOf({ root }: MessageFacts, { start, end }: Span): Site {
  const entity = innermost(root, start);
  const field = entity.fields.find(({ span }) => span.start <= start && start < span.end);
  return { start, end, entity, ...(field !== undefined && { field }) };
}

function innermost(root: Entity, offset: number): Entity {
  let entity = root;
  for (;;) {
    const inner = partAt(entity.parts, offset);
    if (inner === undefined) return entity;
    entity = inner;
  }
}

/** Parts stand in the order of their octets: there may be a hundred thousand. */
function partAt(parts: readonly Entity[], offset: number): Entity | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const part = parts[middle];
    if (part === undefined || part.span.end > offset) high = middle;
    else low = middle + 1;
  }
  const found = parts[low];
  return found !== undefined && found.span.start <= offset ? found : undefined;
}
