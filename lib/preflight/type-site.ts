/** Where findings about a media type or a parameter stand. */

import type { Entity } from '../reader/entity.ts';
import { fieldNamed, type HeaderField } from '../reader/header-field.ts';
import type { Site } from './rule.ts';

/** The media type in its field; of an entity without the field, where that belongs. */
export function typeSite(entity: Entity): Site {
  const field = fieldNamed(entity.fields, 'content-type');
  const { start } = entity.headerSection;
  return field === undefined ? { start, end: start, entity } : wordSite(entity, field);
}

/** The first word of a field. */
export function wordSite(entity: Entity, field: HeaderField): Site {
  const word = /[^\s;]+/.exec(field.unfolded());
  const start = word?.index ?? 0;
  return { ...field.spanOf({ start, end: start + (word?.[0].length ?? 0) }), entity, field };
}

/** Where one more parameter of a field belongs. */
export function parameterPlace(entity: Entity, field: HeaderField | undefined): Site {
  if (field === undefined) return typeSite(entity);
  const { end } = field.bodySpan;
  return { start: end, end, entity, field };
}
