/** Undoing a content transfer encoding, for readers: RFC 2045 §6. */

import { CR, EQUALS, LF, SPACE, TAB } from '../octets/ascii.ts';
import { asBuffer } from '../octets/view.ts';
import { decodeQuotedPrintable } from './quoted-printable.ts';

/** Below this, decoding costs less than looking closely. */
const SMALL_OCTETS = 4096;

/**
 * Decodes a body as its content transfer encoding says.
 *
 * Any other encoding than `base64` and `quoted-printable` changes nothing: then the result is
 * `octets` itself, not a copy. Never throws; broken base64 and quoted-printable decode as far as
 * readers decode them.
 *
 * @param transferEncoding In lower case.
 */
export function decodeTransfer(octets: Uint8Array, transferEncoding: string): Uint8Array {
  if (transferEncoding === 'base64') return decodeBase64(octets);
  if (transferEncoding === 'quoted-printable') return decodeQuotedPrintable(octets);
  return octets;
}

/**
 * Decodes base64: passes over line ends, blanks and foreign octets, stops at the padding, and
 * forgives its absence.
 *
 * @see RFC 2045 §6.8
 */
export function decodeBase64(octets: Uint8Array): Uint8Array {
  return Buffer.from(asBuffer(octets).toString('latin1'), 'base64');
}

/**
 * The number of octets that {@link decodeTransfer} yields.
 *
 * Base64 is counted from its line ends and its padding instead of decoded: that is exact unless
 * the body holds octets outside the alphabet that are neither line ends nor blanks.
 */
export function decodedOctetCount(octets: Uint8Array, transferEncoding: string): number {
  const counted = transferEncoding === 'base64' ? countBase64(asBuffer(octets)) : undefined;
  return counted ?? decodeTransfer(octets, transferEncoding).length;
}

/** Undefined where arithmetic does not tell: the text is short, has blanks, or bare CRs. */
function countBase64(text: Buffer): number | undefined {
  if (text.length < SMALL_OCTETS || text.includes(SPACE) || text.includes(TAB)) return undefined;
  const padding = text.indexOf(EQUALS);
  const end = padding === -1 ? text.length : padding;
  const cr = text.indexOf(CR);
  if (cr !== -1 && text[cr + 1] !== LF) return undefined;
  return Math.floor(((end - countLineEndOctets(text, end)) * 3) / 4);
}

/** The octets of CRLF and LF before `end`. */
function countLineEndOctets(text: Buffer, end: number): number {
  let count = 0;
  for (let lf = text.indexOf(LF); lf !== -1 && lf < end; lf = text.indexOf(LF, lf + 1)) {
    count += text[lf - 1] === CR ? 2 : 1;
  }
  return count;
}
