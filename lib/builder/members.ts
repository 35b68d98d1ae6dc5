/** The members of the objects that a builder takes. */

import { missing, recordArgument } from '../arguments.ts';
import { MimewrightError, quoted } from '../errors.ts';
import { nearestName } from './nearest-name.ts';

/**
 * The own members of a plain object by name, read once.
 *
 * @param what Names the object in errors, its members as `what.member`.
 * @throws {MimewrightError} `option-invalid` for a member that does not exist, naming the nearest;
 *   `value-missing` for one that is undefined or null: a file name must not get lost without a word.
 */
export function membersOf(
  what: string,
  value: unknown,
  allowed: readonly string[],
): ReadonlyMap<string, unknown> {
  const members = recordArgument(what, value);
  for (const [name, member] of members) {
    if (!allowed.includes(name)) throw unknownMember(what, name, allowed);
    if (member === undefined || member === null) throw missing(`${what}.${name}`, member);
  }
  return members;
}

function unknownMember(what: string, name: string, allowed: readonly string[]): MimewrightError {
  return new MimewrightError(
    'option-invalid',
    `${what}: no member ${quoted(name)}; nearest is ${nearestName(name, allowed)}, allowed are ${allowed.join(', ')}`,
  );
}
