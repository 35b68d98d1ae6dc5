/** A short digest of text: FNV-1a, for names that must differ, never for secrets. */

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Digests text into 24 lower-case hexadecimal digits: the same text, the same digits.
 *
 * Three 32-bit FNV-1a sums with different starts. An adversary can make two texts collide, so
 * whoever needs a value to be absent somewhere must look.
 */
export function digest(text: string, seed: number): string {
  let a = OFFSET_BASIS ^ seed;
  let b = Math.imul(OFFSET_BASIS, 31) ^ seed;
  let c = Math.imul(OFFSET_BASIS, 961) ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, PRIME);
    b = Math.imul(b ^ (unit + at), PRIME);
    c = Math.imul(c ^ (unit * 31), PRIME);
  }
  return hex(a) + hex(b) + hex(c);
}

function hex(sum: number): string {
  return (sum >>> 0).toString(16).padStart(8, '0');
}
