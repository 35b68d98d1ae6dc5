/** Every defect of a tree in one list. */

import { type Defect, DefectLog } from './defect.ts';
import type { Entity } from './entity.ts';
import { entitiesOf } from './entity-walk.ts';

/** Of the entity, its lines, fields, content and parts; ascending, bounded for each code. */
export function everyDefect(root: Entity): readonly Defect[] {
  const log = new DefectLog();
  const found: Defect[] = [];
  log.noteAll(found, root.lineDefects);
  for (const entity of entitiesOf(root)) {
    log.noteAll(found, entity.defects);
    for (const field of entity.fields) log.noteAll(found, field.defects);
    log.noteAll(found, entity.contentDefects);
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}
