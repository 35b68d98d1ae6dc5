/** The Bidi rule for the labels of a domain: RFC 5893 §2. */

/** Bidi classes R, AL and AN, by the blocks that hold them; marks and European digits are neither. */
const RIGHT_TO_LEFT =
  /(?![\p{M}\u06F0-\u06F9])[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const RIGHT_TO_LEFT_ONLY =
  /^[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}\p{Script=Inherited}0-9-]+$/u;

/** Bidi class EN, of which a label may not hold one beside an AN. */
const EUROPEAN_DIGIT = /[0-9\u06F0-\u06F9]/u;
/** Bidi class AN, as far as it is a letter or digit. */
const ARABIC_DIGIT = /[\u0660-\u0669\u{10D30}-\u{10D39}\u{10D40}-\u{10D49}]/u;

/**
 * Tells whether the labels of one domain can be read in one order only.
 *
 * A domain without right-to-left letters always keeps the rule. Letters of no strong direction
 * (modifier letters) are taken for neutral even where Unicode gives them one: a little stricter.
 *
 * @param labels U-labels and ASCII labels, mapped, of the repertoire of domains.
 * @see RFC 5893 §2 (rules 1 to 6)
 */
export function keepsBidiRule(labels: readonly string[]): boolean {
  if (!labels.some((label) => RIGHT_TO_LEFT.test(label))) return true;
  return labels.every((label) => isRightToLeftLabel(label) || isLeftToRightLabel(label));
}

/** Rules 1 to 4. */
function isRightToLeftLabel(label: string): boolean {
  if (!/^\p{L}/u.test(label) || !RIGHT_TO_LEFT_ONLY.test(label)) return false;
  if (/-\p{M}*$/u.test(label)) return false;
  return !(EUROPEAN_DIGIT.test(label) && ARABIC_DIGIT.test(label));
}

/** Rules 1, 5 and 6. */
function isLeftToRightLabel(label: string): boolean {
  if (RIGHT_TO_LEFT.test(label)) return false;
  return /^[\p{Ll}\p{Lo}]/u.test(label) && /[\p{Ll}\p{Lo}\p{Nd}]\p{M}*$/u.test(label);
}
