/** Folding of header fields into lines: RFC 5322 §2.2.3, §2.1.1. */

import { MimewrightError, quoted } from '../errors.ts';
import type { SevenBitLines } from '../model/encoded.ts';
import { CRLF } from '../octets/ascii.ts';
import {
  ENCODED_LINE_OCTETS,
  FIELD_LINE_OCTETS,
  LINE_OCTETS_MAX,
} from '../transfer/line-limits.ts';

/** What may stand in lines: no NUL, CR, LF, nor anything outside ASCII. */
const LINE = /^[\x01-\x09\x0b\x0c\x0e-\x7f]*$/;

/** Where a field may be folded. */
export interface FoldOptions {
  /**
   * Keeps the first piece beside the name. Some readers take a fold there for a blank at the start
   * of the text, so unstructured fields ask for it.
   */
  readonly keepsFirst: boolean;
}

/**
 * Folds a field: lines of at most 78 octets, or 76 if one holds an encoded-word, wherever the pieces
 * allow, and of at most 998 always; the last line ends in CRLF too.
 *
 * @param pieces ASCII, never cut, each with the blanks before it, at least one; a fold goes before
 * them. None is blank throughout.
 * @throws {MimewrightError} `field-body` when a piece does not fit into a line.
 */
export function foldField(
  name: string,
  pieces: readonly string[],
  { keepsFirst }: FoldOptions = { keepsFirst: false },
): SevenBitLines {
  const limit = pieces.some(holdsEncodedWord) ? ENCODED_LINE_OCTETS : FIELD_LINE_OCTETS;
  const lines: string[] = [];
  let line = `${name}:`;
  let isFirst = true;
  for (const piece of pieces) {
    const octets = line.length + piece.length;
    if (octets <= limit || (isFirst && staysBeside(piece, octets, limit, keepsFirst))) {
      line += piece;
    } else {
      // The blank after the colon stays: filters hold its absence against the sender.
      lines.push(isFirst ? `${line} ` : line);
      line = piece;
    }
    isFirst = false;
  }
  lines.push(line);
  return sevenBitLines(lines);
}

/** A fold that leaves the line too long all the same is worse than none: readers trip over it. */
function staysBeside(piece: string, octets: number, limit: number, keepsFirst: boolean): boolean {
  return keepsFirst || (piece.length > limit && octets <= LINE_OCTETS_MAX);
}

/**
 * The one place where text becomes lines of a message.
 *
 * @throws {MimewrightError} `field-body` when a line is over 998 octets or not ASCII, or would be two.
 */
function sevenBitLines(lines: readonly string[]): SevenBitLines {
  for (const line of lines) {
    if (line.length <= LINE_OCTETS_MAX && LINE.test(line)) continue;
    throw new MimewrightError(
      'field-body',
      `a line of a field holds at most ${LINE_OCTETS_MAX} octets of ASCII, not ${quoted(line)}`,
    );
  }
  return (lines.join(CRLF) + CRLF) as SevenBitLines;
}

function holdsEncodedWord(piece: string): boolean {
  return piece.includes('=?');
}

/** Joins the fields of a header section. */
export function joinFields(fields: readonly SevenBitLines[]): SevenBitLines {
  return fields.join('') as SevenBitLines;
}
