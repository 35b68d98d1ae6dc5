/** Where encoded-words stand in a text, and what was meant for one but is none: RFC 2047 §2. */

import type { Span } from '../octets/span.ts';
import { canonicalCharset } from '../transfer/charset.ts';

/** The four parts of an encoded-word between their delimiters, in any charset, of any payload. */
export interface EncodedWordFrame extends Span {
  readonly kind: 'word';
  readonly charset: string;
  readonly language: string | undefined;
  readonly encoding: 'B' | 'Q';
  readonly payload: string;
}

/** What was plainly meant for an encoded-word, and why it is none. */
export interface BrokenFrame extends Span {
  readonly kind: 'broken';
  readonly reason: string;
}

type Frame = EncodedWordFrame | BrokenFrame;

/** `=?`, what may be a charset, `?`, what may be an encoding, `?`. */
const OPENING = /=\?([^?=]*)\?([^?]*)\?/g;
/** The end of a word, or the start of the next; the `=` that ends a payload is neither. */
const END_OR_START = /\?=|=\?(?!=)/g;
const PAYLOAD_AND_END = /[^? \t\r\n]*\?=/y;
const BLANK = /[ \t\r\n]/;
const ENCODING = /^[BQ]$/i;
const CHARSET = /^[^* \t\r\n][^ \t\r\n]*$/;

/** What stands before the payload. */
interface Opening {
  readonly start: number;
  /** Where the payload begins. */
  readonly end: number;
  readonly label: string;
  readonly encoding: string;
}

/**
 * Finds encoded-words and what was meant for one.
 *
 * For meant is taken: what opens with a charset, `?`, B or Q and `?`, whatever follows; the same with
 * blanks within, if the charset is one we know; all four delimiters without a blank, with B or Q
 * but no charset, or with a charset and something else for B or Q; and `=?`, a charset we know,
 * `?`, and `?=` without a blank. Any other `=?` is text.
 *
 * @returns In order, disjoint. In linear time: a part reaches to the next `?`, and what was searched
 *   for an end is not searched again.
 */
export function* encodedWordFrames(text: string): Generator<Frame, void, undefined> {
  let at = text.indexOf('=?');
  while (at >= 0) {
    OPENING.lastIndex = at;
    const match = OPENING.exec(text);
    if (match === null) return;
    const [{ length }, label = '', encoding = ''] = match;
    const opening = { start: match.index, end: match.index + length, label, encoding };
    const frame = isCertain(opening) ? openedFrame(text, opening) : closedFrame(text, opening);
    if (frame !== undefined) yield frame;
    at = text.indexOf('=?', frame?.end ?? opening.start + 2);
  }
}

function isCertain({ label, encoding }: Opening): boolean {
  if (ENCODING.test(encoding) && CHARSET.test(label)) return true;
  return ENCODING.test(encoding.trim()) && isKnown(label.trim());
}

/** Of an opening that nobody types by accident: a word, or what is wrong with it. */
function openedFrame(text: string, opening: Opening): Frame {
  const { start } = opening;
  END_OR_START.lastIndex = opening.end;
  const found = END_OR_START.exec(text);
  const reach = found?.index ?? text.length;
  if (found?.[0] !== '?=') {
    const blankAt = text.slice(opening.end, reach).search(BLANK);
    const end = blankAt < 0 ? reach : opening.end + blankAt;
    return { kind: 'broken', start, end, reason: 'no "?=" at its end' };
  }
  const end = reach + found[0].length;
  if (BLANK.test(text.slice(start, end))) {
    return { kind: 'broken', start, end, reason: 'white space inside' };
  }
  const [charset = '', language] = opening.label.split('*', 2);
  const encoding = opening.encoding.toUpperCase() === 'B' ? 'B' : 'Q';
  const payload = text.slice(opening.end, reach);
  return { kind: 'word', start, end, charset, language: language || undefined, encoding, payload };
}

/** Of any other opening: only what ends like a word, without a blank, was meant for one. */
function closedFrame(text: string, opening: Opening): BrokenFrame | undefined {
  const { start, label, encoding } = opening;
  if (BLANK.test(label + encoding)) return undefined;
  if (text.startsWith('=', opening.end) && isKnown(label)) {
    const end = opening.end + 1;
    return { kind: 'broken', start, end, reason: 'a charset, an encoding or a text is missing' };
  }
  PAYLOAD_AND_END.lastIndex = opening.end;
  if (encoding === '' || !PAYLOAD_AND_END.test(text)) return undefined;
  const end = PAYLOAD_AND_END.lastIndex;
  if (ENCODING.test(encoding)) return { kind: 'broken', start, end, reason: 'no charset' };
  if (!CHARSET.test(label)) return undefined;
  return { kind: 'broken', start, end, reason: 'an encoding other than B and Q' };
}

function isKnown(label: string): boolean {
  return canonicalCharset(label.split('*', 1)[0] ?? '') !== undefined;
}
