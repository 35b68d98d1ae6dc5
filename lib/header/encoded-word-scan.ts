/** Encoded-words with their places and faults: RFC 2047 §2, §4, §5. */

import type { Span } from '../octets/span.ts';
import { noteFaults, type ReadWord, type WordContext } from './encoded-word-faults.ts';
import {
  type BrokenFrame,
  type EncodedWordFrame,
  encodedWordFrames,
} from './encoded-word-frame.ts';
import { decodePayload } from './encoded-word-payload.ts';
import { type FieldDefect, type FieldDefectCode, FieldDefects } from './field-defect.ts';
import { decodeLabelled } from './labelled-text.ts';
import type { ParsedEncodedWord } from './parsed-encoded-word.ts';

/** The encoded-words of a stretch, and what is wrong with them. */
export interface ScannedEncodedWords {
  /** In order, disjoint. */
  readonly words: readonly ParsedEncodedWord[];
  readonly defects: readonly FieldDefect[];
}

/** Where a word is a fault; `field-without` is a field that allows none: RFC 2047 §5. */
type WordlessContext = 'quoted-string' | 'addr-spec' | 'parameter' | 'field-without';

/** Where a stretch of a field stands, which says whether encoded-words may be there. */
export type EncodedWordContext = WordContext | WordlessContext;

const MISPLACED: Readonly<Record<WordlessContext, FieldDefectCode>> = {
  'quoted-string': 'encoded-word-in-quoted-string',
  'addr-spec': 'encoded-word-in-addr-spec',
  parameter: 'encoded-word-in-parameter',
  'field-without': 'encoded-word-illegal-field',
};

const NOTHING: ScannedEncodedWords = { words: [], defects: [] };

/**
 * Finds the encoded-words of a stretch of a field.
 *
 * Each fault is one defect, at the word. In a context without encoded-words that is the word itself
 * and no more; else its form, its payload, its charset, and what it touches. A character split over
 * words is noted at the first of them alone. What was meant for a word but is none is
 * `encoded-word-syntax`: {@link encodedWordFrames} says what is taken for meant. Total, in linear
 * time.
 *
 * @param text An unfolded field body, one character for each octet.
 * @param stretch Where in the text to look; the whole text if left out. What stands outside is not
 *   seen, so a word may touch the angle bracket or the colon behind its phrase.
 * @see RFC 2047 §5
 */
export function scanEncodedWords(
  text: string,
  context: EncodedWordContext,
  stretch: Span = { start: 0, end: text.length },
): ScannedEncodedWords {
  const piece = text.slice(stretch.start, stretch.end);
  if (!piece.includes('=?')) return NOTHING;
  const words: ReadWord[] = [];
  const broken: BrokenFrame[] = [];
  for (const frame of encodedWordFrames(piece)) {
    if (frame.kind === 'word') words.push(readWord(frame));
    else broken.push(frame);
  }
  const defects = new FieldDefects();
  if (context === 'text' || context === 'phrase' || context === 'comment') {
    noteFaults(piece, context, words, broken, defects);
  } else {
    for (const word of words) defects.note(MISPLACED[context], word);
  }
  return {
    words: words.map((word) => parsedWord(word, stretch.start)),
    defects: defects.found.map((defect) => ({ ...defect, ...moved(defect, stretch.start) })),
  };
}

function readWord(frame: EncodedWordFrame): ReadWord {
  const charset = frame.charset.toLowerCase();
  const { octets, fault } = decodePayload(frame.encoding, frame.payload);
  const decoded = octets && decodeLabelled(octets, charset);
  const { start, end } = frame;
  return { start, end, frame, charset, octets, payloadFault: fault, decoded };
}

function parsedWord({ frame, decoded }: ReadWord, by: number): ParsedEncodedWord {
  const { charset, language, encoding } = frame;
  return { span: moved(frame, by), charset, language, encoding, text: decoded?.text };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
