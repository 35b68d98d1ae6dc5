/** Encoded-words side by side in one charset: RFC 2047 §6.2. */

import type { Span } from '../octets/span.ts';
import { decodeLabelled, type LabelledText } from './labelled-text.ts';

/** A word whose payload could be decoded. */
export interface WordOctets extends Span {
  /** In lower case, without the language. */
  readonly charset: string;
  readonly octets: Buffer;
}

const BLANKS_ONLY = /^[ \t\r\n]*$/;

/** True where nothing stands between two words of a text but blanks, which mean nothing there. */
export function isBlankBetween(text: string, start: number, end: number): boolean {
  return BLANKS_ONLY.test(text.slice(start, end));
}

/**
 * Puts words that follow each other in one charset together.
 *
 * @param words In order, each as it stands in the text.
 * @returns In the same order, none empty.
 */
export function wordRuns<Word extends WordOctets>(text: string, words: Iterable<Word>): Word[][] {
  const runs: Word[][] = [];
  let last: Word | undefined;
  for (const word of words) {
    if (last?.charset === word.charset && isBlankBetween(text, last.end, word.start)) {
      runs.at(-1)?.push(word);
    } else {
      runs.push([word]);
    }
    last = word;
  }
  return runs;
}

/**
 * What words of one charset say together: each by itself, as RFC 2047 §5 has it (ISO-2022-JP starts
 * anew in each), unless a character stands astride two of them.
 */
export function decodeTogether(words: readonly WordOctets[]): LabelledText | undefined {
  const alone = words.map(({ octets, charset }) => decodeLabelled(octets, charset));
  if (alone.length === 1) return alone[0];
  if (alone.every((decoded) => decoded?.isExact)) {
    const isMislabelled = alone.some((decoded) => decoded?.isMislabelled);
    return { text: alone.map((decoded) => decoded?.text).join(''), isExact: true, isMislabelled };
  }
  const octets = Buffer.concat(words.map((word) => word.octets));
  return decodeLabelled(octets, words[0]?.charset ?? '');
}
