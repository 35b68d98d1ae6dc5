/** Fields that a message is sound without: repeats, and such as say nothing. */

import { trimBlanks } from '../../octets/ascii.ts';
import type { HeaderField } from '../../reader/header-field.ts';

/** A message may do without them; of To and From, the author has to say what was meant. */
const MAY_GO: ReadonlySet<string> = new Set([
  'cc',
  'in-reply-to',
  'message-id',
  'references',
  'reply-to',
  'return-path',
  'sender',
]);

/** What is to become of a once-only field that is there with different bodies. */
export type Kept = 'first' | 'last';

/** Whether an empty field goes. */
export function maySayNothing({ lowerName }: HeaderField): boolean {
  return MAY_GO.has(lowerName);
}

/**
 * What goes for the sake of each repeat: the repeat where the same stood before, else by the
 * caller's leave.
 *
 * @param same All fields of one name, in order.
 * @returns By the second and later fields of them; nothing for those that stay.
 */
export function surplusFields(
  same: readonly HeaderField[],
  kept: Kept | undefined,
): ReadonlyMap<HeaderField, HeaderField> {
  const surplus = new Map<HeaderField, HeaderField>();
  const seen = new Set<string>();
  let before: HeaderField | undefined;
  for (const field of same) {
    const body = trimBlanks(field.unfolded());
    if (before !== undefined) {
      // By the first of the Content fields the body was read.
      const isLastKept = kept === 'last' && !field.lowerName.startsWith('content-');
      if (seen.has(body)) surplus.set(field, field);
      else if (kept !== undefined) surplus.set(field, isLastKept ? before : field);
    }
    seen.add(body);
    before = field;
  }
  return surplus;
}
