/** What is wrong with a boundary itself: RFC 2046 §5.1.1, §5.1.2. */

import { parameterNamed } from '../header/parsed-parameter.ts';
import type { Defect, DefectLog } from './defect.ts';
import type { Entity } from './entity.ts';

const BOUNDARY_CHARACTERS_MAX = 70;

const NO_BOUNDARY_CHARACTER = /[^A-Za-z0-9'()+_,\-./:=? ]/;
const BLANKS_AT_END = /[ \t]$/;

/**
 * Notes what is wrong with the boundary of a multipart, at its parameter.
 *
 * @param enclosing Of the multiparts around it, whose delimiters readers look for at the same time.
 */
export function noteBoundaryDefects(
  entity: Entity,
  enclosing: Iterable<string>,
  log: DefectLog,
  defects: Defect[],
): void {
  const parameter = parameterNamed(entity.mediaType.parameters, 'boundary');
  if (parameter === undefined || entity.boundary === undefined) return;
  const { value, span } = parameter;
  const note = (code: Defect['code'], detail?: string): void => {
    log.note(defects, code, span, detail);
  };
  if (BLANKS_AT_END.test(value)) note('boundary-trailing-space');
  if (entity.boundary.length > BOUNDARY_CHARACTERS_MAX) {
    note('boundary-too-long', `${entity.boundary.length} characters`);
  }
  const odd = NO_BOUNDARY_CHARACTER.exec(entity.boundary)?.[0];
  if (odd !== undefined) note('boundary-chars', JSON.stringify(odd));
  for (const other of enclosing) {
    if (!entity.boundary.startsWith(other) && !other.startsWith(entity.boundary)) continue;
    note('boundary-nested-clash', other === entity.boundary ? 'the same' : 'one starts the other');
    return;
  }
}
