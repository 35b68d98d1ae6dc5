/** What is wrong with encoded-words where they may stand: RFC 2047 §2, §4, §5. */

import type { Span } from '../octets/span.ts';
import { canonicalCharset } from '../transfer/charset.ts';
import type { BrokenFrame, EncodedWordFrame } from './encoded-word-frame.ts';
import { decodeTogether, type WordOctets, wordRuns } from './encoded-word-run.ts';
import type { FieldDefects } from './field-defect.ts';
import type { LabelledText } from './labelled-text.ts';

/** Where encoded-words may stand: RFC 2047 §5. */
export type WordContext = 'text' | 'phrase' | 'comment';

/** An encoded-word, taken apart and decoded by itself as far as can be. */
export interface ReadWord extends Span {
  readonly frame: EncodedWordFrame;
  /** In lower case. */
  readonly charset: string;
  readonly octets: Buffer | undefined;
  readonly payloadFault: string | undefined;
  readonly decoded: LabelledText | undefined;
}

interface DecodedWord extends ReadWord, WordOctets {
  readonly octets: Buffer;
  readonly decoded: LabelledText;
}

/** A word with its delimiters: RFC 2047 §2. */
const WORD_CHARACTERS_MAX = 75;

/** What Q may not hold in a phrase or a comment; B never does: RFC 2047 §5(2), §5(3). */
const UNSAFE: Readonly<Partial<Record<WordContext, RegExp>>> = {
  phrase: /[^A-Za-z0-9!*+/=_-]/,
  comment: /[()\\]/,
};
const BLANK = /^[ \t\r\n]?$/;
const BLANK_OR_PARENTHESIS = /^[ \t\r\n()]?$/;

/**
 * Notes the faults of words where they may stand.
 *
 * @param text All that is looked at; the places of the words count in it.
 * @param defects Grows by what is at fault.
 */
export function noteFaults(
  text: string,
  context: WordContext,
  words: readonly ReadWord[],
  broken: readonly BrokenFrame[],
  defects: FieldDefects,
): void {
  for (const frame of broken) defects.note('encoded-word-syntax', frame, frame.reason);
  for (const word of words) noteForm(word, context, defects);
  noteContacts(text, context, words, defects);
  const decoded = words.filter(isDecoded);
  for (const run of wordRuns(text, decoded)) noteLies(run, defects);
}

function noteForm(word: ReadWord, context: WordContext, defects: FieldDefects): void {
  const { frame, payloadFault, octets } = word;
  const characters = word.end - word.start;
  if (characters > WORD_CHARACTERS_MAX) {
    defects.note('encoded-word-too-long', word, `${characters} characters`);
  }
  if (payloadFault !== undefined) defects.note('encoded-word-bad-payload', word, payloadFault);
  if (canonicalCharset(word.charset) === undefined) {
    defects.note('encoded-word-unknown-charset', word);
  }
  if (word.decoded?.isMislabelled) {
    defects.note('charset-mislabelled', word, `UTF-8, not ${word.charset}`);
  }
  const isSound = octets !== undefined;
  if (isSound && UNSAFE[context]?.test(frame.payload)) {
    defects.note('encoded-word-q-unsafe', word);
  }
}

/** Two words that touch are one fault, of the second. */
function noteContacts(
  text: string,
  context: WordContext,
  words: readonly ReadWord[],
  defects: FieldDefects,
): void {
  const separator = context === 'comment' ? BLANK_OR_PARENTHESIS : BLANK;
  words.forEach((word, index) => {
    const isNextAtEnd = words[index + 1]?.start === word.end;
    const isFreeBefore = separator.test(text.charAt(word.start - 1));
    const isFreeBehind = isNextAtEnd || separator.test(text.charAt(word.end));
    if (!isFreeBefore || !isFreeBehind) defects.note('encoded-word-not-separated', word);
  });
}

/** Finds words side by side that are not what their charset says. */
function noteLies(run: readonly DecodedWord[], defects: FieldDefects): void {
  let lying: DecodedWord[] = [];
  for (const word of run) {
    if (word.decoded.isExact) {
      noteLie(lying, [...lying, word], defects);
      lying = [];
    } else {
      lying.push(word);
    }
  }
  noteLie(lying, lying, defects);
}

/** Of octets that are something together, a character was split; its rest may pass for a letter. */
function noteLie(
  lying: readonly DecodedWord[],
  together: readonly DecodedWord[],
  defects: FieldDefects,
): void {
  const [first] = lying;
  if (first === undefined) return;
  if (decodeTogether(together)?.isExact) defects.note('encoded-word-split-char', first);
  else for (const word of lying) defects.note('encoded-word-charset-lie', word);
}

function isDecoded(word: ReadWord): word is DecodedWord {
  return word.octets !== undefined && word.decoded !== undefined;
}
