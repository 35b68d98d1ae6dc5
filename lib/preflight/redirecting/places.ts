/** Where in a message something stood before other things were changed around it. */

import type { Entity } from '../../reader/entity.ts';
import { fieldNamed, type HeaderField } from '../../reader/header-field.ts';
import type { MessagePlace } from '../report.ts';
import type { Deed } from './edit.ts';

/**
 * Makes a function from a place in the changed message to one in the message as it was: the field of
 * that name in the part of that path, or else where the part starts.
 */
export function originalPlaces(root: Entity): (at: MessagePlace) => Deed['at'] {
  const byPath = new Map<string, Entity[]>();
  for (const entity of root.walk()) {
    const same = byPath.get(entity.path);
    if (same === undefined) byPath.set(entity.path, [entity]);
    else same.push(entity);
  }
  return ({ part = root.path, field: name }) => {
    // A multipart that became text has another path.
    const entities = byPath.get(part) ?? [root];
    const field = name === undefined ? undefined : firstField(entities, name);
    if (field !== undefined) return { ...field.span, part, field: field.name };
    const { start } = (entities[0] ?? root).span;
    return { start, end: start, part };
  };
}

/** A message in a part and the part itself may have one path. */
function firstField(entities: readonly Entity[], name: string): HeaderField | undefined {
  for (const entity of entities) {
    const field = fieldNamed(entity.fields, name.toLowerCase());
    if (field !== undefined) return field;
  }
  return undefined;
}
