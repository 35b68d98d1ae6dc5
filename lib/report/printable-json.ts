/** JSON that can be shown in a terminal as it is. */

import { printable } from './printable.ts';

/**
 * A value as JSON on indented lines, the last one ended by LF too. What `JSON.stringify` leaves of
 * control and format characters is escaped, which means the same to programs.
 */
export function printableJson(value: object): string {
  const lines = JSON.stringify(value, undefined, 2).split('\n');
  return lines.map((line) => `${printable(line)}\n`).join('');
}
