/** Base64 for other senders: RFC 2045 §6.8. */

import { octetsArgument, wrongType } from '../arguments.ts';
import { asBuffer } from '../octets/view.ts';
import { base64Octets as encodedOctets, writeBase64 } from './base64.ts';
import { decodeBase64 as decode } from './decoding.ts';
import { inOwnMemory } from './own-memory.ts';

/**
 * Encodes octets as the body of a `base64` part.
 *
 * Lines hold 76 characters, only the last may be shorter; CRLF stands between them, none at the
 * end. The input is not changed. Text goes through {@link canonicalText} and {@link encodeText} first.
 *
 * @returns {@link base64Octets} octets of ASCII, in memory of their own; none for none.
 * @throws {MimewrightError} `value-missing` or `value-type` when `octets` is no Uint8Array.
 * @see RFC 2045 §6.8
 * @example
 * new TextDecoder().decode(encodeBase64(new Uint8Array([1, 2, 3, 4]))); // 'AQIDBA=='
 */
export function encodeBase64(octets: Uint8Array): Uint8Array<ArrayBuffer> {
  const content = octetsArgument('octets', octets);
  const target = new Uint8Array(encodedOctets(content.length));
  writeBase64(content, asBuffer(target), 0);
  return target;
}

/**
 * Decodes base64 as readers do: passes over line ends, blanks and foreign octets, stops at the
 * padding, and forgives its absence. Any octets decode; {@link transferFaults} says what was wrong.
 *
 * @returns Octets in memory of their own.
 * @throws {MimewrightError} `value-missing` or `value-type` when `octets` is no Uint8Array.
 * @see RFC 2045 §6.8
 * @example
 * decodeBase64(new TextEncoder().encode('AQID\r\nBA')); // Uint8Array [1, 2, 3, 4]
 */
export function decodeBase64(octets: Uint8Array): Uint8Array<ArrayBuffer> {
  return inOwnMemory(decode(octetsArgument('octets', octets)));
}

/**
 * The size of base64 before there is any: octets that {@link encodeBase64} makes of so many, line
 * ends included.
 *
 * @param inputOctets How many are to be encoded: 0 or more.
 * @throws {MimewrightError} `value-type` when that is no such number.
 * @example
 * base64Octets(58); // 82: 76, CRLF, 4
 */
export function base64Octets(inputOctets: number): number {
  if (Number.isSafeInteger(inputOctets) && inputOctets >= 0) return encodedOctets(inputOctets);
  throw wrongType('inputOctets', inputOctets, 'a number of octets, 0 or more');
}
