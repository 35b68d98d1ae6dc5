/** UTF-8 that was read as Latin-1 or Windows-1252: RFC 3629 §3. */

import { isUtf8 } from 'node:buffer';

/** What stands in the text, and what it stands for. */
export interface Mojibake {
  readonly written: string;
  readonly meant: string;
}

/** Windows-1252 at 0x80 to 0x9F; U+0000 where it has nothing. */
const WINDOWS_1252 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

const OCTETS: ReadonlyMap<string, number> = new Map(
  [...WINDOWS_1252].flatMap((character, index) =>
    character === '\0' ? [] : [[character, 0x80 + index] as const],
  ),
);

/** The first octets of letters and marks of western text, and of typographic signs. */
const LEADS: readonly string[] = ['Ã', 'Â', 'â€'];

const BEYOND_ASCII = /[^\x00-\x7f]+/g;
const WESTERN = /^[\u0080-\u00ff\u2010-\u203a\u20ac]+$/;

/**
 * The first stretch that is mojibake; undefined unless every stretch beyond ASCII is, so that text
 * which only looks alike here and there is left alone.
 */
export function firstMojibake(text: string): Mojibake | undefined {
  if (!LEADS.some((lead) => text.includes(lead))) return undefined;
  let first: Mojibake | undefined;
  for (const [written] of text.matchAll(BEYOND_ASCII)) {
    const meant = reversed(written);
    if (meant === undefined || !WESTERN.test(meant)) return undefined;
    first ??= { written, meant };
  }
  return first;
}

/** The text that the characters are the octets of; undefined where they are none of any. */
function reversed(written: string): string | undefined {
  const octets: number[] = [];
  for (const character of written) {
    const code = character.charCodeAt(0);
    const octet = code <= 0xff ? code : OCTETS.get(character);
    if (octet === undefined) return undefined;
    octets.push(octet);
  }
  const buffer = Buffer.from(octets);
  return isUtf8(buffer) ? buffer.toString('utf8') : undefined;
}
