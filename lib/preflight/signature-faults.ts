/** Which faults of a DKIM-Signature field are told: those that others follow from, RFC 6376 §3.2. */

import type { DkimCause } from '../dkim/dkim-fault.ts';
import type { DkimSignature } from '../dkim/signature-field.ts';
import type { Tag } from '../dkim/tag-list.ts';
import type { Span } from '../octets/span.ts';

/** What can be told, with its place in the unfolded body. */
export interface ToldFault extends Span {
  readonly cause: DkimCause | 'semicolon-missing';
  /** The tag at fault, where it is one. */
  readonly tag?: string;
}

/** Each makes the whole list void, so that nothing else in it can be judged. */
export const voidingCauses: readonly ToldFault['cause'][] = [
  'semicolon-missing',
  'tag-list-syntax',
  'duplicate-tag',
  'version',
];

/** A tag within the value of another. Base64 ends in `=`, which is why more must follow. */
const RUN_ON = /[ \t]((?:bh?|[acdhilqstvxz])[ \t]*=)[ \t]*[^\s=]/;
const COPIED_FIELDS = 'z';

/** The faults that are told, in the order of the parser. */
export function toldFaults({ faults, tags, names }: DkimSignature): readonly ToldFault[] {
  const all: readonly ToldFault[] = [...[...tags.values()].flatMap(runOn), ...faults];
  for (const cause of voidingCauses) {
    const found = all.filter((fault) => fault.cause === cause);
    if (found.length > 0) return found;
  }
  const causes = new Set(all.map(({ cause }) => cause));
  const isAlgorithmUnknown = causes.has('algorithm-unknown') || causes.has('rsa-sha1');
  return all.filter(({ cause }) => {
    // A hash of another algorithm is of another length.
    if (cause === 'body-hash-octets') return !isAlgorithmUnknown;
    const isListSound = names.length > 0 && !causes.has('name-syntax');
    return cause !== 'from-not-signed' || isListSound;
  });
}

function runOn({ name, value, valueSpan }: Tag): readonly ToldFault[] {
  const match = name === COPIED_FIELDS ? null : RUN_ON.exec(value);
  const [, found] = match ?? [];
  if (match === null || found === undefined) return [];
  const start = valueSpan.start + match.index + 1;
  return [{ cause: 'semicolon-missing', start, end: start + found.length }];
}
