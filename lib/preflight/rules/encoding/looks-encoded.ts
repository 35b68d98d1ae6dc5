/** Text that is plainly the encoded form of another: RFC 2045 §6.7, §6.8. */

import { isUtf8 } from 'node:buffer';
import { isAscii } from '../../../octets/ascii.ts';
import { asBuffer } from '../../../octets/view.ts';
import { base64Faults } from '../../../transfer/base64-faults.ts';
import { decodeBase64 } from '../../../transfer/decoding.ts';

const HEX = /^[0-9A-F]{2}$/;

/** Escapes that only an encoder writes: of "=", and the first octets of UTF-8 beyond ASCII. */
const TELLING = /^(?:3D|C[2-9A-F]|D[0-9A-F]|E[0-9A-F]|F[0-4])$/;

/** Enough that chance, or a web address, does not make them. */
const ESCAPES_MIN = 5;
const TELLING_MIN = 2;

/** Lengths of lines that encoders of base64 make. */
const FULL_LINES: ReadonlySet<number> = new Set([60, 64, 72, 76]);
const LINES_MIN = 5;
const BASE64_LINE = /^[A-Za-z0-9+/]+$/;

/**
 * True for text that is quoted-printable throughout: every `=` starts an escape or ends a line, and
 * enough of the escapes are of those that an encoder writes. Stops at the first that is none.
 */
export function hasQuotedPrintableLook(text: string): boolean {
  let escapes = 0;
  let telling = 0;
  for (let at = text.indexOf('='); at !== -1; at = text.indexOf('=', at + 1)) {
    if (text[at + 1] === '\n') continue;
    const digits = text.slice(at + 1, at + 3);
    if (!HEX.test(digits)) return false;
    escapes += 1;
    if (TELLING.test(digits)) telling += 1;
  }
  return escapes >= ESCAPES_MIN && telling >= TELLING_MIN;
}

/** True for text that is base64 throughout, in full lines, of another text. */
export function hasBase64Look(text: string): boolean {
  const lineEnd = text.indexOf('\n');
  if (!FULL_LINES.has(lineEnd) || text.length < lineEnd * LINES_MIN) return false;
  if (!BASE64_LINE.test(text.slice(0, lineEnd)) || !isAscii(text)) return false;
  const octets = Buffer.from(text, 'latin1');
  if (base64Faults(octets).length > 0) return false;
  const decoded = asBuffer(decodeBase64(octets));
  return isUtf8(decoded) && !decoded.includes(0);
}
