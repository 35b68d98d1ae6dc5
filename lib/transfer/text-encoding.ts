/** Text to octets and back for other senders: RFC 2046 §4.1. */

import { octetsArgument, stringArgument, textArgument } from '../arguments.ts';
import { canonicalText as toCanonical } from './canonical-text.ts';
import { type DecodedText, decodeText as decode, encodeText as encode } from './charset.ts';
import { inOwnMemory } from './own-memory.ts';

/**
 * Text in canonical form, as a body is encoded: each CRLF, CR and LF a CRLF, all else as it was.
 *
 * @param text Any string; one that is canonical comes back the same.
 * @throws {MimewrightError} `value-missing` or `value-type` when it is no string.
 * @see RFC 2046 §4.1.1
 * @example
 * canonicalText('Dear Zoë,\n\nYours'); // 'Dear Zoë,\r\n\r\nYours'
 */
export function canonicalText(text: string): string {
  return toCanonical(stringArgument('text', text));
}

/**
 * The octets of a text in a charset: nothing is replaced, dropped or added, no byte order mark
 * either.
 *
 * @param charset Any label in use for one of fifty charsets, in any case: `utf-8`, `ISO-8859-1`,
 *   `Shift_JIS`, `gb18030`…
 * @returns Octets in memory of their own.
 * @throws {MimewrightError} `charset-unencodable` when the charset lacks a character, which the
 *   message names with its place; `charset-unknown` when there is no such charset to write in;
 *   `ill-formed-text` when a surrogate stands alone; `value-missing` or `value-type`.
 * @see RFC 2046 §4.1.2
 * @example
 * encodeText('Łódź', 'iso-8859-2'); // Uint8Array [0xa3, 0xf3, 0x64, 0xbc]
 */
export function encodeText(text: string, charset: string): Uint8Array<ArrayBuffer> {
  const label = textArgument('charset', charset);
  return inOwnMemory(encode(stringArgument('text', text), label));
}

/**
 * The text that octets hold in a charset.
 *
 * @param charset Any label. More charsets are read than are written.
 * @returns Well-formed `text`, U+FFFD where octets are nothing in the charset, and `isExact`, false
 *   when there were such octets; `undefined` when the charset is not known.
 * @throws {MimewrightError} `value-missing` or `value-type` for arguments that are none.
 * @see RFC 2046 §4.1.2
 * @example
 * decodeText(new Uint8Array([0xa3, 0xf3]), 'iso-8859-2'); // { text: 'Łó', isExact: true }
 * decodeText(new Uint8Array([0xa3, 0xf3]), 'x-klingon'); // undefined
 */
export function decodeText(octets: Uint8Array, charset: string): DecodedText | undefined {
  const label = textArgument('charset', charset);
  return decode(octetsArgument('octets', octets), label);
}
