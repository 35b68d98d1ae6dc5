/** Letters of one script that pass for letters of another: UTS #39 §4 and §5, as far as mail is forged with them. */

/** Cyrillic and Greek letters that look like a Latin letter in the usual fonts. */
const LOOK_ALIKES = /^[АВЕЅІЈКМНОРСТУХԚԜӀасеорхуіјѕһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ]+$/u;
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const LATIN = /\p{Script=Latin}/u;
const WORD = /[\p{L}\p{M}]+/gu;

/**
 * The first word of a text that mixes Latin letters with Cyrillic or Greek ones, each of which looks
 * like a Latin letter; undefined where there is none.
 *
 * A word like `PRофи` is no forgery: it shows in `ф` that it has two scripts.
 */
export function mixedWord(text: string): string | undefined {
  if (!FOREIGN.test(text)) return undefined;
  return text.match(WORD)?.find((word) => LATIN.test(word) && isForeignAlike(word));
}

/** Whether each letter of a word is Cyrillic or Greek and looks like a Latin one. */
export function isWhollyAlike(word: string): boolean {
  return LOOK_ALIKES.test(word.replace(/[0-9-]/g, ''));
}

function isForeignAlike(word: string): boolean {
  const foreign = Array.from(word, (letter) => (FOREIGN.test(letter) ? letter : '')).join('');
  return LOOK_ALIKES.test(foreign);
}
