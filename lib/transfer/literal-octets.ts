/** Octets of quoted-printable that stand for themselves, looked at four at a time: RFC 2045 §6.7. */

/**
 * High bits that mark those of four octets that are `=` or not printable ASCII; 0 if none is. Only
 * the lowest bit set is certain. A TAB, which is literal, is marked like the others.
 *
 * A sum or difference that reaches into the high bit tells each: below SP, `=`, or DEL.
 */
export function notLiteral(four: number): number {
  const isBelowSpace = four - 0x20202020;
  const isEquals = (four ^ 0x3d3d3d3d) - 0x01010101;
  const isDel = four + 0x01010101;
  return (four | isBelowSpace | isEquals | isDel) & 0x80808080;
}

/** Of four octets, in order of rising bits, how many stand before the first one marked; 4 without a mark. */
export function countBefore(marks: number): number {
  return marks === 0 ? 4 : (31 - Math.clz32(marks & -marks)) >> 3;
}

/** The offset of the first octet from `at` on that is `=` or not printable ASCII. */
export function endOfLiterals(octets: Uint8Array, view: DataView, at: number): number {
  const foursEnd = octets.length - 3;
  let end = at;
  while (end < foursEnd) {
    const count = countBefore(notLiteral(view.getInt32(end, true)));
    end += count;
    if (count < 4) return end;
  }
  while (end < octets.length && isLiteral(octets[end]!)) end += 1;
  return end;
}

function isLiteral(octet: number): boolean {
  return octet >= 0x20 && octet < 0x7f && octet !== 0x3d;
}

/** For reading a word at an offset of any kind. */
export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
