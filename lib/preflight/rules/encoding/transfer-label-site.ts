/** Where a transfer encoding is named: RFC 2045 §6.1. */

import { withoutBlanks } from '../../../octets/ascii.ts';
import type { Entity } from '../../../reader/entity.ts';
import type { Site } from '../../rule.ts';

/** The octets of the label, without the blanks around it. */
export function labelSite(entity: Entity): Site {
  const field = entity.transferEncodingField;
  const { end } = entity.headerSection;
  if (field === undefined) return { start: end, end, entity };
  return { ...field.spanOf(withoutBlanks(field.unfolded())), entity, field };
}
