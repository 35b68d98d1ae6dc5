/** Undoing a content transfer encoding, for readers: RFC 2045 §6. */

import { CR, EQUALS, LF, SPACE, TAB } from '../octets/ascii.ts';
import { afterLineEnd } from '../octets/line-scan.ts';
import { asBuffer } from '../octets/view.ts';
import { decodeQuotedPrintable } from './quoted-printable-decoding.ts';

/** `=XX` */
const ESCAPE_OCTETS = 3;

const URL_SAFE = /[-_]+/g;

const BLANKS_AT_LINE_END = [' \r', '\t\r', ' \n', '\t\n'].map((text) => Buffer.from(text));

/**
 * Decodes a body as its content transfer encoding says.
 *
 * Any other encoding than `base64` and `quoted-printable` changes nothing: then the result is
 * `octets` itself, not a copy. Never throws; broken base64 and quoted-printable decode as far as
 * readers decode them, and their lines may end in CRLF, LF or CR alike.
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
  const text = asBuffer(octets).toString('latin1');
  return Buffer.from(isUrlSafe(text) ? text.replace(URL_SAFE, '') : text, 'base64');
}

/** Node takes both for characters of base64; to RFC 2045 they are foreign. */
function isUrlSafe(text: string): boolean {
  return text.includes('-') || text.includes('_');
}

/** The number of octets that {@link decodeTransfer} yields; sound quoted-printable is only counted. */
export function decodedOctetCount(octets: Uint8Array, transferEncoding: string): number {
  const isCounted = transferEncoding === 'quoted-printable';
  const count = isCounted ? countQuotedPrintable(asBuffer(octets)) : undefined;
  return count ?? decodeTransfer(octets, transferEncoding).length;
}

/** Undefined where something is not as the grammar wants it: then decoders have their own ways. */
function countQuotedPrintable(text: Buffer): number | undefined {
  if (BLANKS_AT_LINE_END.some((end) => text.includes(end))) return undefined;
  const last = text.at(-1);
  if (last === SPACE || last === TAB) return undefined;
  let count = text.length;
  let at = text.indexOf(EQUALS);
  while (at !== -1) {
    const isSoftBreak = text[at + 1] === CR || text[at + 1] === LF;
    if (!isSoftBreak && !(isHexDigit(text[at + 1]) && isHexDigit(text[at + 2]))) return undefined;
    const end = isSoftBreak ? afterLineEnd(text, at + 1, text.length) : at + ESCAPE_OCTETS;
    count -= isSoftBreak ? end - at : ESCAPE_OCTETS - 1;
    at = text.indexOf(EQUALS, end);
  }
  return count;
}

function isHexDigit(octet = 0): boolean {
  return (octet >= 0x30 && octet <= 0x39) || (octet >= 0x41 && octet <= 0x46);
}
