/** Unstructured field bodies: RFC 5322 §2.2.1, RFC 2047. */

import { ENCODED_LINE_OCTETS, LINE_OCTETS_MAX } from '../transfer/line-limits.ts';
import { encodedWords } from './encoded-word.ts';
import { isPlainWords } from './plain-words.ts';

/**
 * Formats text as an unstructured body: as it is where that reads back the same, else encoded-words
 * throughout.
 *
 * Encoded are text outside printable ASCII, look-alikes of encoded-words, blanks at the ends or in
 * runs (readers collapse them), and words too long for a line.
 *
 * @param text Checked by `checkFieldText`, not empty.
 * @returns Pieces for `foldField`.
 */
export function formatUnstructured(name: string, text: string): string[] {
  const nameOctets = name.length + ': '.length;
  const isPlain = isPlainWords(text) && !text.includes('=?');
  if (isPlain) {
    const words = text.split(' ');
    if (words.every((word) => nameOctets + word.length <= LINE_OCTETS_MAX)) {
      return words.map((word) => ` ${word}`);
    }
  }
  return encodedWords(text, ENCODED_LINE_OCTETS - nameOctets).map((word) => ` ${word}`);
}
