/** Quoted-printable for other senders: RFC 2045 §6.7. */

import { octetsArgument } from '../arguments.ts';
import { contentOptions, type TransferContentOptions } from './content-options.ts';
import { inOwnMemory } from './own-memory.ts';
import {
  quotedPrintableOctets as encodedOctets,
  writeQuotedPrintable,
} from './quoted-printable.ts';
import { decodeQuotedPrintable as decode } from './quoted-printable-decoding.ts';

/**
 * Encodes octets as the body of a `quoted-printable` part.
 *
 * Lines hold at most 76 octets of printable ASCII and TAB; none ends in a blank or starts with a
 * dot or `From `, and none behind a soft line break starts with a hyphen, so that neither transport
 * nor a boundary delimiter can harm it. It decodes to the very octets, as text and otherwise; a
 * character of several octets may stand astride two lines. The input is not changed.
 *
 * @returns {@link quotedPrintableOctets} octets, in memory of their own; none for none.
 * @throws {MimewrightError} `value-missing` or `value-type` when `octets` is no Uint8Array, or
 *   `options` does not say whether it is text; `option-invalid` for an unknown option.
 * @see RFC 2045 §6.7; RFC 2049 §3
 * @example
 * const cafe = encodeText('Café\r\n', 'utf-8');
 * new TextDecoder().decode(encodeQuotedPrintable(cafe, { isText: true })); // 'Caf=C3=A9\r\n'
 */
export function encodeQuotedPrintable(
  octets: Uint8Array,
  options: TransferContentOptions,
): Uint8Array<ArrayBuffer> {
  const content = octetsArgument('octets', octets);
  const checked = contentOptions(options, ['isText']);
  const target = new Uint8Array(encodedOctets(content, checked));
  writeQuotedPrintable(content, checked, target, 0);
  return target;
}

/**
 * Decodes quoted-printable as readers do: bad escapes stay as they are, blanks at line ends go, as
 * does a `=` at the very end. Any octets decode; {@link transferFaults} says what was wrong.
 *
 * @returns Octets in memory of their own; line ends are those of the input.
 * @throws {MimewrightError} `value-missing` or `value-type` when `octets` is no Uint8Array.
 * @see RFC 2045 §6.7
 * @example
 * decodeQuotedPrintable(new TextEncoder().encode('=C3=A9=')); // Uint8Array [0xc3, 0xa9]
 */
export function decodeQuotedPrintable(octets: Uint8Array): Uint8Array<ArrayBuffer> {
  return inOwnMemory(decode(octetsArgument('octets', octets)));
}

/**
 * The size of quoted-printable before there is any: octets that {@link encodeQuotedPrintable} makes
 * of these, counted without writing one.
 *
 * @throws {MimewrightError} As {@link encodeQuotedPrintable} does.
 * @example
 * quotedPrintableOctets(encodeText('Café', 'utf-8'), { isText: true }); // 9
 */
export function quotedPrintableOctets(octets: Uint8Array, options: TransferContentOptions): number {
  return encodedOctets(octetsArgument('octets', octets), contentOptions(options, ['isText']));
}
