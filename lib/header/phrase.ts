/** Phrases, the display names of mailboxes and groups: RFC 5322 §3.2.5, RFC 2047 §5(3). */

import { ENCODED_LINE_OCTETS } from '../transfer/line-limits.ts';
import { encodedWords } from './encoded-word.ts';
import { isPlainWords } from './plain-words.ts';

const ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/;

/** A quoted string is one piece; a longer one would not leave room on a line. */
const QUOTED_CHARACTERS_MAX = 72;

/**
 * Formats a display name: atoms if it can be, else a quoted string, else encoded-words, never two.
 *
 * @param name Checked by `checkFieldText`, not empty.
 * @param fieldName Of the field; the first encoded-word leaves room for it.
 * @returns Pieces for `foldField`.
 */
export function formatPhrase(name: string, fieldName: string): string[] {
  // Some readers decode look-alikes even within quotes, and let a quoted semicolon end a group.
  if (!/=\?|;/.test(name)) {
    const atoms = name.split(' ');
    if (atoms.every((atom) => atom.length <= QUOTED_CHARACTERS_MAX && ATOM.test(atom))) {
      return atoms.map((atom) => ` ${atom}`);
    }
    const quoted = quotedString(name);
    if (quoted.length <= QUOTED_CHARACTERS_MAX && isPlainWords(name)) return [` ${quoted}`];
  }
  return encodedPhrase(name, fieldName);
}

/** A display name as encoded-words, whatever it holds. */
export function encodedPhrase(name: string, fieldName: string): string[] {
  const room = ENCODED_LINE_OCTETS - fieldName.length - ': '.length;
  return encodedWords(name, room, true).map((word) => ` ${word}`);
}

/** A quoted string: RFC 5322 §3.2.4. */
export function quotedString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
