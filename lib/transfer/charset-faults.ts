/** Where octets are nothing in the charset they are labelled with: RFC 2046 §4.1.2. */

import { firstNonAscii } from '../octets/line-scan.ts';
import type { Span } from '../octets/span.ts';
import { asBuffer } from '../octets/view.ts';
import { encodeText } from './charset.ts';
import { firstInvalidUtf8 } from './utf8-sequence.ts';

const REPLACEMENT = '\uFFFD';

/**
 * The first octets that are nothing in a charset; not empty, unless there are no octets.
 *
 * Exact for UTF-8 and wherever the text before the fault encodes back to the octets it came from;
 * else the first run of octets above 0x7F, or all octets if there is none.
 *
 * @param charset A canonical name, in which the octets do not decode exactly.
 * @param text What they decode to in it.
 */
export function firstUndecodable(octets: Uint8Array, charset: string, text: string): Span {
  if (charset === 'utf-8') return firstInvalidUtf8(octets) ?? wholeOf(octets);
  const at = isWide(charset)
    ? unitsBefore(octets, charset, text)
    : octetsBefore(octets, charset, text);
  if (at === undefined || at >= octets.length) return firstEightBitRun(octets) ?? wholeOf(octets);
  return { start: at, end: at + 1 };
}

/** The first run of octets above 0x7F. */
export function firstEightBitRun(octets: Uint8Array): Span | undefined {
  const start = firstNonAscii(octets);
  if (start === undefined) return undefined;
  let end = start + 1;
  while (end < octets.length && octets[end]! > 0x7f) end += 1;
  return { start, end };
}

function wholeOf({ length }: Uint8Array): Span {
  return { start: 0, end: length };
}

function isWide(charset: string): boolean {
  return charset.startsWith('utf-16') || charset.startsWith('utf-32');
}

/** Each character of UTF-32, and each code unit of UTF-16, is as wide; a mark is no text. */
function unitsBefore(octets: Uint8Array, charset: string, text: string): number {
  const before = text.slice(0, text.indexOf(REPLACEMENT));
  const width = charset.startsWith('utf-32') ? 4 : 2;
  const units = width === 4 ? [...before].length : before.length;
  const mark = asBuffer(octets).toString('hex', 0, width);
  const isMarked = charset.length === 'utf-16'.length && BYTE_ORDER_MARKS.has(mark);
  return (units + (isMarked ? 1 : 0)) * width;
}

const BYTE_ORDER_MARKS: ReadonlySet<string> = new Set(['feff', 'fffe', '0000feff', 'fffe0000']);

/** Undefined where the text before the fault has characters that are not written in the charset. */
function octetsBefore(octets: Uint8Array, charset: string, text: string): number | undefined {
  // In GB 18030 every character can be written, U+FFFD too, and a fault decodes to another one.
  const isWritable = charset === 'gb18030';
  const before = isWritable ? text : text.slice(0, text.indexOf(REPLACEMENT));
  try {
    return firstDifference(octets, encodeText(before, charset));
  } catch {
    return undefined;
  }
}

function firstDifference(octets: Uint8Array, others: Uint8Array): number {
  let at = 0;
  while (at < others.length && octets[at] === others[at]) at += 1;
  return at;
}
