/** Characters that nobody sees: RFC 5892, UTS #39, UAX #9. */

import { isAscii } from '../../../octets/ascii.ts';

const INVISIBLE =
  /^[\u00A0\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]+$/u;

/** Scripts that write no blanks, and let a line break at a zero width space. */
const WITHOUT_BLANKS = /[\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Thai}]/u;

/** Tag characters spell the flag of a region. */
const FLAG = /\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}/gu;

const HIDDEN = /[\u00AD\u200B\u2060-\u2064\uFEFF\u{E0000}-\u{E007F}]/u;

const OVERRIDE = /[\u202D\u202E]/;
const BIDI_CONTROL = /[\u202A\u202B\u202C\u2066-\u2069]/g;
const ISOLATES = '\u2066\u2067\u2068';
const POP_ISOLATE = '\u2069';
const POP_EMBEDDING = '\u202C';

/** True for text of characters alone that show nothing: blanks of no width, bidi controls, U+00A0. */
export function isInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/**
 * The first character of a name that shows nothing and means nothing there; undefined if there is none.
 *
 * Joiners are letters' business, in Persian and Hindi as in emoji; a tag sequence may be a flag.
 */
export function hiddenCharacter(name: string): string | undefined {
  const found = HIDDEN.exec(name)?.[0];
  if (found === undefined) return undefined;
  if (found === '\u200B' && WITHOUT_BLANKS.test(name)) return undefined;
  return HIDDEN.exec(name.replace(FLAG, ''))?.[0];
}

/**
 * The control character that turns text around which is not its own: an override, or an embedding or
 * isolate that the name does not end. Marks, and what is ended again, are how names are written.
 */
export function strayBidiControl(name: string): string | undefined {
  if (isAscii(name)) return undefined;
  const override = OVERRIDE.exec(name)?.[0];
  if (override !== undefined) return override;
  const open: string[] = [];
  for (const [control] of name.matchAll(BIDI_CONTROL)) {
    if (control === POP_ISOLATE || control === POP_EMBEDDING) {
      const isIsolate = ISOLATES.includes(open.at(-1) ?? '\u202A');
      if (open.length > 0 && isIsolate === (control === POP_ISOLATE)) open.pop();
    } else open.push(control);
  }
  return open[0];
}

/** A character by its code point: `U+200B`. */
export function codePointName(text: string): string {
  const hex = (text.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${hex.padStart(4, '0')}`;
}
