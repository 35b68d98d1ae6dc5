/** Octets of a field as the text that people read: RFC 6532 §3.1, RFC 2047 §6, RFC 5322 §3.6.5. */

import { isUtf8 } from 'node:buffer';
import { isAscii, trimBlanks } from '../octets/ascii.ts';
import { decodeEncodedWords } from './encoded-word-decoding.ts';

/**
 * Octets as people typed them: UTF-8 if they are that throughout, else Latin-1.
 *
 * @param octets One character for each octet.
 */
export function textOfOctets(octets: string): string {
  if (isAscii(octets)) return octets;
  const buffer = Buffer.from(octets, 'latin1');
  return isUtf8(buffer) ? buffer.toString('utf8') : octets;
}

/**
 * An unstructured field body, a subject say, as people read it: octets outside ASCII become
 * characters first, encoded-words are decoded then.
 *
 * Blanks at the start and the end are dropped where they stand as they are, and kept where an
 * encoded-word says them. To RFC 5322 §2.2 all behind the colon is body, but the blank there and
 * those that a line ends in are writing: postal-mime and mailparser drop both, Python's email
 * keeps those at the end, and relays strip them.
 *
 * @param text Unfolded, one character for each octet.
 */
export function decodeUnstructured(text: string): string {
  return decodeEncodedWords(textOfOctets(trimBlanks(text)));
}
