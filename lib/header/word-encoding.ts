/** Encoded-words for other senders: RFC 2047. */

import { recordArgument, stringArgument } from '../arguments.ts';
import { MimewrightError, quoted } from '../errors.ts';
import { encodedWords as wordsOf } from './encoded-word.ts';
import { decodeEncodedWords as decode } from './encoded-word-decoding.ts';
import { checkFieldText } from './field-text.ts';

/** Delimiters, charset and encoding, and the four octets of one character, escaped in Q. */
const FIRST_WORD_CHARACTERS_MIN = 24;

/** RFC 2047 §2. */
const WORD_CHARACTERS_MAX = 75;

export interface EncodedWordOptions {
  /**
   * What the first word may take beside a field name, 24 to 75: 76, less the name, colon and blank.
   * 75 if left out.
   */
  readonly firstWordCharacters?: number;
}

/**
 * Splits text into encoded-words: charset UTF-8, encoding Q or B, whichever is shorter in all.
 *
 * Each word decodes on its own, to whole characters, and to whole grapheme clusters where 75
 * characters allow it. The words may stand in unstructured text and in phrases alike, with a blank
 * or a fold between; readers drop what stands between two. Text is always encoded: whoever wants
 * plain ASCII left as it is tests for it first, and for `=?`, which readers take for a word.
 *
 * @param text Any text on one line, blanks and look-alikes of encoded-words among it.
 * @returns Words of at most 75 characters, in order, not yet folded; none for ''.
 * @throws {MimewrightError} `text-control` for a control character other than TAB;
 *   `ill-formed-text` when a surrogate stands alone; `value-missing`, `value-type` or
 *   `option-invalid` for arguments that are none.
 * @see RFC 2047 §2, §4, §5
 * @example
 * encodedWords('Zoë'); // ['=?utf-8?Q?Zo=C3=AB?=']
 * foldField('Subject', encodedWords('Zoë').join(' ')); // 'Subject: =?utf-8?Q?Zo=C3=AB?=\r\n'
 */
export function encodedWords(text: string, options: EncodedWordOptions = {}): readonly string[] {
  checkFieldText(stringArgument('text', text), 'text');
  const characters = firstWordCharacters(options);
  return text === '' ? [] : wordsOf(text, characters);
}

/**
 * Replaces the encoded-words of a text by what they say: what `encodedWords` made becomes the text.
 *
 * Blanks between two words vanish; adjacent words of one charset are joined before they are
 * decoded, since some senders split characters. A word with a broken payload or an unknown charset
 * stays as it is. Nothing but the arguments' type can make it throw; time is linear.
 *
 * @param text An unfolded field body, or a display name out of one.
 * @throws {MimewrightError} `value-missing` or `value-type` when it is no string.
 * @see RFC 2047 §6; RFC 2231 §5
 * @example
 * decodeEncodedWords('=?iso-8859-1?q?Caf=E9?= am Markt'); // 'Café am Markt'
 */
export function decodeEncodedWords(text: string): string {
  return decode(stringArgument('text', text));
}

function firstWordCharacters(options: unknown): number {
  const members = recordArgument('options', options, ['firstWordCharacters']);
  if (!members.has('firstWordCharacters')) return WORD_CHARACTERS_MAX;
  const value = members.get('firstWordCharacters');
  const isInRange =
    Number.isInteger(value) &&
    Number(value) >= FIRST_WORD_CHARACTERS_MIN &&
    Number(value) <= WORD_CHARACTERS_MAX;
  if (isInRange) return Number(value);
  throw new MimewrightError(
    'option-invalid',
    `options.firstWordCharacters: not a whole number from ${FIRST_WORD_CHARACTERS_MIN} to ${WORD_CHARACTERS_MAX}: ${quoted(value)}`,
  );
}
