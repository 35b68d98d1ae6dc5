/** Header fields found by name: RFC 5322 §1.2.2. */

import type { HeaderField } from './header-field.ts';

/** The fields of each name, which is in lower case, in their order. */
export function fieldsByName(
  fields: readonly HeaderField[],
): ReadonlyMap<string, readonly HeaderField[]> {
  const byName = new Map<string, HeaderField[]>();
  for (const field of fields) {
    const named = byName.get(field.lowerName);
    if (named === undefined) byName.set(field.lowerName, [field]);
    else named.push(field);
  }
  return byName;
}
