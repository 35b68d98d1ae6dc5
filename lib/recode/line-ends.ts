/** Line ends made CRLF, octet by octet: RFC 5322 §2.3. */

import { asBuffer } from '../octets/view.ts';
import { hasLoneCrOrLf } from '../transfer/survey.ts';

/** Makes each CRLF, CR and LF a CRLF; octets without lone ones come back as they are. */
export function normalizeLineEnds(octets: Uint8Array): Uint8Array {
  if (!hasLoneCrOrLf(octets)) return octets;
  const text = asBuffer(octets).toString('latin1');
  return Buffer.from(text.replace(/\r{0,2}\n|\r/g, '\r\n'), 'latin1');
}
