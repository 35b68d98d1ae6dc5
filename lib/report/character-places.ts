/** Lines and columns of offsets, in characters: for formats whose readers see text, not octets. */

import { type Position, positionFinder } from '../octets/position.ts';

/** The second octet of a UTF-8 sequence, where not every continuation will do: Unicode table 3-7. */
const SECOND_OCTETS: Readonly<Record<number, readonly [least: number, most: number]>> = {
  224: [0xa0, 0xbf],
  237: [0x80, 0x9f],
  240: [0x90, 0xbf],
  244: [0x80, 0x8f],
};
const CONTINUATION: readonly [least: number, most: number] = [0x80, 0xbf];

/** Octets of the longest UTF-8 sequence. */
const SEQUENCE_OCTETS_MAX = 4;

/**
 * The place of each offset, the column counted in code points of UTF-8 text from 1. What is no UTF-8
 * counts as decoders replace it; an offset within a character has the place of the character.
 *
 * Takes one pass over the octets, and one over the lines that are asked for.
 *
 * @param offsets In any order, repeated or not.
 */
export function characterPlaces(
  octets: Uint8Array,
  offsets: readonly number[],
): ReadonlyMap<number, Position> {
  const positionOf = positionFinder(octets);
  const places = new Map<number, Position>();
  let line = 0;
  let column = 1;
  let at = 0;
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    const position = positionOf(offset);
    if (position.line !== line) {
      line = position.line;
      column = 1;
      at = offset - position.column + 1;
    }
    let next = at + characterOctets(octets, at);
    while (next <= offset) {
      at = next;
      column += 1;
      next = at + characterOctets(octets, at);
    }
    places.set(offset, { line, column });
  }
  return places;
}

/** Octets of the character at an offset, or of what is replaced there by one. */
function characterOctets(octets: Uint8Array, at: number): number {
  const lead = octets[at] ?? 0;
  const whole = sequenceOctets(lead);
  for (let length = 1; length < whole; length += 1) {
    const [least, most] = (length === 1 ? SECOND_OCTETS[lead] : undefined) ?? CONTINUATION;
    const octet = octets[at + length] ?? 0;
    if (octet < least || octet > most) return length;
  }
  return whole;
}

function sequenceOctets(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? SEQUENCE_OCTETS_MAX - 1 : SEQUENCE_OCTETS_MAX;
}
