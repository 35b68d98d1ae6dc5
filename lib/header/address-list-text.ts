/** Octets of address lists as text: RFC 5322 §3.2.4, RFC 2047 §5, RFC 6532 §3.2. */

import { decodeEncodedWords } from './encoded-word-decoding.ts';
import { textOfOctets } from './octet-text.ts';

const QUOTED_PAIR = /\\([\s\S])/g;
const QUOTE_OR_PAIR = /\\([\s\S])|"/g;

/** What stands in a name or a comment, its encoded-words decoded. */
export function decodedText(octets: string): string {
  return decodeEncodedWords(textOfOctets(octets));
}

/** The content of a quoted string: every quote in it that no backslash precedes is one of its ends. */
export function unquoted(quotedString: string): string {
  return quotedString.replace(QUOTE_OR_PAIR, '$1');
}

/** The content of a comment, decoded. */
export function commentText(content: string): string {
  return decodedText(content.replace(QUOTED_PAIR, '$1')).trim();
}
