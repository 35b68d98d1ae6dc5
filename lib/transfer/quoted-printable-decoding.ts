/** Decoding quoted-printable, as tolerantly as readers do: RFC 2045 §6.7. */

import { CR, EQUALS, LF, SPACE, TAB } from '../octets/ascii.ts';
import { afterLineEnd } from '../octets/line-scan.ts';
import type { Span } from '../octets/span.ts';
import { asBuffer } from '../octets/view.ts';
import { endOfLiterals, viewOf } from './literal-octets.ts';

/** By octet: the value of a hexadecimal digit in either case, else -1. */
const HEX_VALUES: Int8Array = Int8Array.from({ length: 256 }, (_, octet) => {
  const value = Number.parseInt(String.fromCharCode(octet), 16);
  return Number.isNaN(value) ? -1 : value;
});

/** `=XX` */
const ESCAPE_OCTETS = 3;

/**
 * Decodes quoted-printable: bad escapes stay as they are, blanks at line ends go, as does a `=` at
 * the very end.
 *
 * A line ends at CRLF, LF, CR or CR CR LF, also at a soft line break. Total, in one pass.
 *
 * Not libqp's decoder, which the specs hold this one against: that one takes out soft breaks
 * before it looks for escapes, so that `=4=` and `1` on the next line become an escape; and it
 * holds the text in several copies, which ends the process where there are a hundred megabytes, and
 * takes three times as long.
 */
export function decodeQuotedPrintable(octets: Uint8Array): Uint8Array {
  const text = asBuffer(octets);
  const view = viewOf(text);
  const decoded = Buffer.allocUnsafe(text.length);
  const target = viewOf(decoded);
  let length = 0;
  /** Blanks behind it, at the end of a line, are none of the content. */
  let solidEnd = 0;
  let at = 0;
  while (at < text.length) {
    const start = at;
    at = endOfLiterals(text, view, at);
    length = copy(text, view, { start, end: at }, decoded, target, length);
    if (at === text.length) break;
    const octet = text[at]!;
    if (octet === EQUALS) {
      const value = escapeValue(text, at);
      const lineStart = value < 0 ? softBreakEnd(text, at) : at;
      if (lineStart === at) {
        decoded[length] = value < 0 ? EQUALS : value;
        length += 1;
      }
      at = lineStart > at ? lineStart : at + (value < 0 ? 1 : ESCAPE_OCTETS);
      solidEnd = length;
    } else {
      if (octet === CR || octet === LF) length = withoutBlanks(decoded, solidEnd, length);
      decoded[length] = octet;
      length += 1;
      at += 1;
      if (octet !== TAB) solidEnd = length;
    }
  }
  return decoded.subarray(0, withoutBlanks(decoded, solidEnd, length));
}

/** Copies a run, by words while there are whole ones; returns the offset behind it. */
function copy(
  source: Buffer,
  sourceView: DataView,
  { start, end }: Span,
  target: Buffer,
  targetView: DataView,
  offset: number,
): number {
  const shift = offset - start;
  let at = start;
  for (; at < end - 3; at += 4) targetView.setInt32(at + shift, sourceView.getInt32(at));
  for (; at < end; at += 1) target[at + shift] = source[at]!;
  return end + shift;
}

function withoutBlanks(decoded: Buffer, from: number, to: number): number {
  let end = to;
  while (end > from && (decoded[end - 1] === SPACE || decoded[end - 1] === TAB)) end -= 1;
  return end;
}

/** Where the line behind a soft line break starts; `equals` itself where there is none. */
function softBreakEnd(text: Buffer, equals: number): number {
  let at = equals + 1;
  while (text[at] === SPACE || text[at] === TAB) at += 1;
  const isBreak = at === text.length || text[at] === CR || text[at] === LF;
  return isBreak ? afterLineEnd(text, at, text.length) : equals;
}

/** The octet that `=` and two digits stand for; negative where they are none. */
function escapeValue(text: Buffer, equals: number): number {
  const high = HEX_VALUES[text[equals + 1] ?? 0]!;
  const low = HEX_VALUES[text[equals + 2] ?? 0]!;
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}
