/** Octets to text as UTF-8: RFC 3629. */

import { isAscii, isUtf8, transcode } from 'node:buffer';
import { asBuffer } from '../octets/view.ts';

/** From here on, two native passes and a copy are quicker than one decoding. */
const TRANSCODED_OCTETS_MIN = 2_000;

/**
 * The text that octets hold, a U+FEFF in front included; undefined where they are not valid UTF-8.
 *
 * Node's own decoder goes octet by octet before Node 24: ASCII is read as Latin-1 in a tenth of its
 * time, and long text by way of UTF-16 in a half (two-octet characters) to an eighth (three-octet).
 */
export function utf8Text(octets: Uint8Array): string | undefined {
  const buffer = asBuffer(octets);
  if (isAscii(buffer)) return buffer.toString('latin1');
  if (!isUtf8(buffer)) return undefined;
  if (buffer.length < TRANSCODED_OCTETS_MIN) return buffer.toString('utf8');
  return transcode(buffer, 'utf8', 'utf16le').toString('utf16le');
}
