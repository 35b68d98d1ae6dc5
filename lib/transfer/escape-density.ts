/** How much of content quoted-printable has to escape, seen before it is written: RFC 2045 §6.7. */

import { viewOf } from './literal-octets.ts';

/** `=XX` */
export const ESCAPE_OCTETS = 3;

/** Octets that tell how dense the rest may be. */
const SAMPLE_OCTETS = 4096;

/**
 * True only when quoted-printable takes more than so many octets, since so many are outside ASCII:
 * found out in a fraction of the time. Text that starts thin is not looked at to its end.
 */
export function isMostlyEscaped(content: Uint8Array, octetsMax: number): boolean {
  const view = viewOf(content);
  const nonAsciiMax = (octetsMax - content.length) / (ESCAPE_OCTETS - 1);
  let nonAscii = 0;
  for (let at = 0; at + 4 <= content.length && nonAscii <= nonAsciiMax; at += 4) {
    nonAscii += highBits(view.getInt32(at));
    if (at === SAMPLE_OCTETS && nonAscii < SAMPLE_OCTETS / 8) return false;
  }
  return nonAscii > nonAsciiMax;
}

/** How many of four octets are above 0x7F. */
function highBits(four: number): number {
  const bits = (four >>> 7) & 0x01010101;
  return Math.imul(bits, 0x01010101) >>> 24;
}
