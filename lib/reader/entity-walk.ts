/** Walking a tree of entities. */

import type { Entity } from './entity.ts';

/** An entity and all within it, in the order of the message, each before its parts. */
export function* entitiesOf(root: Entity): Generator<Entity, void, undefined> {
  // Not recursive: the stack is nobody's to lend to a message.
  const pending = [root];
  for (let entity = pending.pop(); entity !== undefined; entity = pending.pop()) {
    yield entity;
    for (let at = entity.parts.length - 1; at >= 0; at -= 1) {
      const part = entity.parts[at];
      if (part !== undefined) pending.push(part);
    }
  }
}
