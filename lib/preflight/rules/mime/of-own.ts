/** Defects of what the author wrote; those within an attached message are another's. */

import type { DefectRule } from '../../rule.ts';

/** Describes a defect unless it lies within an attached message, which goes out as it came. */
export function ofOwn(describe: DefectRule['describe']): DefectRule['describe'] {
  return (noticed) => (noticed.facts.own.has(noticed.entity) ? describe(noticed) : undefined);
}
