/** Octets as a message quotes them. */

import { isUtf8 } from 'node:buffer';
import { quoted } from '../errors.ts';
import type { Span } from '../octets/span.ts';
import type { MessageFacts } from './facts.ts';

/** Octets of a span that a message quotes; the rest is told by an ellipsis. */
const EXCERPT_OCTETS_MAX = 80;

/** The octets of a span in quotes: text if they are UTF-8, else a character for each octet. */
export function excerpt({ octets }: Pick<MessageFacts, 'octets'>, { start, end }: Span): string {
  const isLong = end - start > EXCERPT_OCTETS_MAX;
  const found = octets.subarray(start, isLong ? cut(octets, start + EXCERPT_OCTETS_MAX) : end);
  const text = found.toString(isUtf8(found) ? 'utf8' : 'latin1');
  return quoted(isLong ? `${text}…` : text);
}

/** No character of UTF-8 is cut in two. */
function cut(octets: Buffer, end: number): number {
  let at = end;
  while (end - at < 3 && ((octets[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}
