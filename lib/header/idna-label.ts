/** Labels of internationalized domain names, mapped and checked: UTS #46 §4, RFC 5891 §4.2, RFC 5892. */

/** Octets of one label as it goes on the wire: RFC 1035 §2.3.4. */
export const MAX_LABEL_OCTETS = 63;

/** What a reader never sees, and UTS #46 drops: soft hyphen, word joiners, variation selectors. */
const DROPPED = /[\u00AD\u200B\u2060\uFEFF]|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;

/** Compatibility forms of the final sigma, which fold to the other one. */
const FINAL_SIGMA_FORMS = /[\u03F2\u{1D6D3}\u{1D70D}\u{1D747}\u{1D781}\u{1D7BB}]/gu;

/** Letters whose case folding is not their lower case: iota below, Cherokee, old Cyrillic. */
const FOLDED_OTHERWISE = /\u0345|[\u1C80-\u1C88\p{Script=Cherokee}]/u;

/** Outside letters, marks, digits, hyphen, and the few others that RFC 5892 §2.6 and A.3 let in. */
const FOREIGN =
  /[^a-z0-9\p{L}\p{M}\p{Nd}\u00B7\u0F0B\u3007\u30FB-]|\p{Default_Ignorable_Code_Point}/u;

/**
 * Maps what was typed to the one form in which labels are compared.
 *
 * @param label Without dots; may be anything.
 * @returns Lower case and NFKC; not yet checked.
 * @see UTS #46 §4 (processing, nontransitional)
 */
export function mapLabel(label: string): string {
  const seen = label.replace(DROPPED, '').replace(FINAL_SIGMA_FORMS, 'σ').normalize('NFKC');
  // One character at a time, as a sigma at the end of a longer text would become a final one.
  return Array.from(seen, (character) => character.toLowerCase())
    .join('')
    .normalize('NFKC');
}

/**
 * Says what keeps a label out of a domain.
 *
 * @param label As {@link mapLabel} left it; an A-label decoded.
 * @returns A clause for an error message, or `undefined` if all is well.
 * @see RFC 5891 §4.2.3 (hyphens, leading marks); RFC 5892 appendix A (middle dots)
 */
export function labelFault(label: string): string | undefined {
  if (label === '') return 'a label is empty';
  if (label.length > 2 * MAX_LABEL_OCTETS)
    return `a label is longer than ${MAX_LABEL_OCTETS} octets`;
  const foreign = (FOLDED_OTHERWISE.exec(label.normalize('NFD')) ?? FOREIGN.exec(label))?.[0];
  if (foreign !== undefined) return `${codePointName(foreign)} may not stand in a domain`;
  if (/^-|-$/.test(label)) return 'a label begins or ends with a hyphen';
  if (/^..--/su.test(label)) return 'a label has hyphens in third and fourth place';
  if (/^\p{M}/u.test(label)) return 'a label begins with a combining mark';
  return isMiddleDotAstray(label) ? 'a middle dot stands where its script has none' : undefined;
}

/** Catalan writes one between two l; the Japanese one belongs to Japanese: RFC 5892 A.3, A.7. */
function isMiddleDotAstray(label: string): boolean {
  if (/(?<!l)\u00B7|\u00B7(?!l)/u.test(label)) return true;
  const hasJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(label);
  return label.includes('\u30FB') && !hasJapanese;
}

function codePointName(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${hex}`;
}
