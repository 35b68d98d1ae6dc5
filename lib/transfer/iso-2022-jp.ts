/** ISO-2022-JP, written by way of EUC-JP: RFC 1468. */

const TO_JIS_X_0208 = [0x1b, 0x24, 0x42];
const TO_ASCII = [0x1b, 0x28, 0x42];

/** What shifts between the two sets, so that it cannot stand for itself. */
export const SHIFTS: RegExp = /[\x0E\x0F\x1B]/;

/**
 * The same text in ISO-2022-JP: octets of JIS X 0208 lose their eighth bit and stand between escape
 * sequences. Each line, and the text, ends in ASCII.
 *
 * @param eucJp ASCII without {@link SHIFTS}, and JIS X 0208 alone: pairs of octets above 0xA0.
 */
export function toIso2022Jp(eucJp: Uint8Array): Uint8Array {
  const octets: number[] = [];
  let isShifted = false;
  for (const octet of eucJp) {
    const isDouble = octet > 0x7f;
    if (isDouble !== isShifted) octets.push(...(isDouble ? TO_JIS_X_0208 : TO_ASCII));
    isShifted = isDouble;
    octets.push(octet & 0x7f);
  }
  if (isShifted) octets.push(...TO_ASCII);
  return Uint8Array.from(octets);
}
