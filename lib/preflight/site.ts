/** Where in the message's tree an octet stands. */

import type { Span } from '../octets/span.ts';
import type { Entity } from '../reader/entity.ts';
import type { MessageFacts } from './facts.ts';
import { inOrderAt } from './in-order.ts';
import type { Site } from './rule.ts';

/** The site of some octets: the innermost entity, and the header field if they are in one. */
export function siteOf({ root }: MessageFacts, { start, end }: Span): Site {
  const entity = innermost(root, start);
  const field = inOrderAt(entity.fields, start, ({ span }) => span);
  return { start, end, entity, ...(field !== undefined && { field }) };
}

function innermost(root: Entity, offset: number): Entity {
  let entity = root;
  for (;;) {
    const inner = inOrderAt(entity.parts, offset, ({ span }) => span);
    if (inner === undefined) return entity;
    entity = inner;
  }
}
