/** UTF-8 text under another charset's name, found out where that is certain: RFC 2046 §4.1.2, RFC 3629. */

import { isUtf8 } from 'node:buffer';
import { firstNonAscii } from '../octets/line-scan.ts';
import { asBuffer } from '../octets/view.ts';
import { decodeText } from './charset.ts';

/** Octets looked at: what so many do not prove is left alone. */
const SAMPLE_OCTETS = 0x10000;

const WIDE = /^utf-(?:16|32)/;
const MULTI_OCTET =
  /^(?:shift_jis|windows-31j|euc-|iso-2022-|gb2312|gbk|gb18030|big5|ks_c_5601-1987)/;
/** Of their octets 0x80 to 0xBF, the second ones of UTF-8, hardly any is a letter. */
const WESTERN = /^(?:iso-8859-1|iso-8859-15|windows-1252)$/;

/** Different characters beyond ASCII. */
const DIFFERENT_MIN = { western: 4, 'single-octet': 8, 'multi-octet': 16 } as const;
/** Latin letters beyond ASCII, or apostrophes, between ASCII letters. */
const WITHIN_WORDS_MIN = { western: 2, 'single-octet': 2, 'multi-octet': 3 } as const;
/** Different code units of UTF-16, none of which holds a control. */
const WIDE_UNITS_MIN = 16;

/** Without what the end of the sample may cut a character down to. */
const BEYOND_ASCII = /[^\x00-\x7F\uFFFD]/gu;
const BEHIND_LOWER_CASE = /(?<=[a-z])[^\x00-\x7F]/gu;
const WITHIN_WORD = /(?<=[A-Za-z])[\u00C0-\u017F\u2019]+(?=[a-z])/g;
const LATIN_SYMBOL = /[\u0080-\u00BF]/;
const TYPOGRAPHY = /[\u2000-\u213F\uFEFF\u{1F000}-\u{1FFFF}]/u;
const CAPITAL = /\p{Lu}/u;

type Family = keyof typeof DIFFERENT_MIN;

/**
 * True when the octets are UTF-8 text, and certainly none in the charset that they are labelled with.
 *
 * They are valid UTF-8 beyond ASCII, which genuine text in another charset is by rare chance: each
 * of its octets above 0x7F must stand in a run that starts with 0xC2 to 0xF4 and goes on with
 * exactly as many of 0x80 to 0xBF as the first one asks for. That chance is ruled out by one of:
 *
 * - The charset cannot decode the octets: whatever they are, its label is wrong.
 * - An accented Latin letter of UTF-8 stands between ASCII letters, the last a small one: twice, or
 *   three times for charsets of two octets a character: ideographs, Thai and Cyrillic do
 *   not stand within Latin words, and of `groß…und`, valid UTF-8, the character is not Latin.
 * - A single-octet charset shows an upper-case letter directly behind a lower-case ASCII one
 *   (`cafÃ©`; genuine `AVELÃ®` stays), or a sequence of U+2000 to U+213F (`â€™`), of U+FEFF or
 *   of an emoji. Not the latter in IBM 866, where `тАЩ` are letters.
 * - ISO 8859-1, -15 or Windows-1252 show `Â` before a symbol: no word of theirs ends in it.
 * - So many different sequences that chance is out: four where second octets are symbols,
 *   eight where some are letters (`ТЕ`, `УЖ` in ISO 8859-5, `แกง` in TIS-620, `там` in IBM 866,
 *   `l’é` in MacRoman are valid UTF-8), sixteen where a character is two octets: of common GBK
 *   characters 18 % pass (`元`, `台`), so of sixteen different ones 1 in 10¹² texts; `12元` again
 *   and again proves nothing.
 *
 * C1 controls prove nothing: Windows text is labelled ISO 8859 every day, and in it `AMANHÃ…` or
 * Czech `MÍŠA` is valid UTF-8.
 *
 * UTF-16 and UTF-32 differ: their octets are UTF-8, ASCII included, only if no character has a NUL.
 * That settles UTF-32; for UTF-16 there must be no other control and sixteen different pairs, of
 * each of which ideographs have 1 chance in 4.
 *
 * @param charset A canonical name.
 * @param isExact Whether the octets decode in it without a fault.
 */
export function isMislabelledUtf8(
  octets: Uint8Array,
  charset: string,
  { isExact }: { readonly isExact: boolean },
): boolean {
  if (charset === 'utf-8' || charset === 'us-ascii' || !isUtf8(octets)) return false;
  if (WIDE.test(charset)) return isNarrowText(octets, charset);
  const first = firstNonAscii(octets);
  if (first === undefined) return false;
  return !isExact || isProven(octets.subarray(Math.max(0, first - 1)), charset);
}

function familyOf(charset: string): Family {
  if (MULTI_OCTET.test(charset)) return 'multi-octet';
  return WESTERN.test(charset) ? 'western' : 'single-octet';
}

/** Text that has no NUL and no other control of its own, read as pairs of octets. */
function isNarrowText(octets: Uint8Array, charset: string): boolean {
  if (octets.length === 0 || octets.includes(0)) return false;
  if (charset.startsWith('utf-32')) return true;
  const units = new Set<number>();
  for (let at = 0; at + 1 < octets.length && units.size < WIDE_UNITS_MIN; at += 2) {
    if (isOddControl(octets[at]!) || isOddControl(octets[at + 1]!)) return false;
    units.add(octets[at]! * 256 + octets[at + 1]!);
  }
  return units.size === WIDE_UNITS_MIN;
}

/** Any but TAB, LF and CR. */
function isOddControl(octet: number): boolean {
  return octet < 0x20 && octet !== 0x09 && octet !== 0x0a && octet !== 0x0d;
}

function isProven(octets: Uint8Array, charset: string): boolean {
  const family = familyOf(charset);
  const text = asBuffer(octets).toString('utf8', 0, SAMPLE_OCTETS);
  const different = new Set(text.match(BEYOND_ASCII)).size;
  const withinWords = text.match(WITHIN_WORD)?.length ?? 0;
  return (
    different >= DIFFERENT_MIN[family] ||
    withinWords >= WITHIN_WORDS_MIN[family] ||
    (family === 'western' && LATIN_SYMBOL.test(text)) ||
    (family !== 'multi-octet' && (hasTypography(text, charset) || hasInnerCapital(text, charset)))
  );
}

function hasTypography(text: string, charset: string): boolean {
  return charset !== 'ibm866' && TYPOGRAPHY.test(text);
}

/** True when the first octet of a sequence behind a lower-case ASCII letter is a capital. */
function hasInnerCapital(text: string, charset: string): boolean {
  const leads = new Set(text.match(BEHIND_LOWER_CASE)?.map(firstOctet));
  return [...leads].some((lead) =>
    CAPITAL.test(decodeText(Uint8Array.of(lead), charset)?.text ?? ''),
  );
}

function firstOctet(character: string): number {
  return Buffer.from(character)[0]!;
}
