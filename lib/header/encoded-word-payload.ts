/** The payload of an encoded-word, as octets: RFC 2047 §4. */

import { EQUALS, SPACE } from '../octets/ascii.ts';

/** What a payload holds. */
export interface DecodedPayload {
  /** Undefined where it cannot be decoded. */
  readonly octets: Buffer | undefined;
  /** What is wrong with it, in a few words; also where that is forgiven. */
  readonly fault: string | undefined;
}

const B_TEXT = /^[A-Za-z0-9+/]*={0,2}$/;
/** What no reader takes, and what readers take though it should be in upper case. */
const NO_Q_TEXT = /[^!->@-~]|=(?![0-9A-Fa-f]{2})/;
const LOWER_CASE_ESCAPE = /=(?:[a-f]|.[a-f])/;
const UNDERSCORE = 0x5f;

/**
 * Decodes a payload. Forgiven are wrong padding and hex digits in lower case, as all readers do;
 * nothing else.
 */
export function decodePayload(encoding: 'B' | 'Q', payload: string): DecodedPayload {
  if (payload === '') return { octets: Buffer.alloc(0), fault: 'nothing in it' };
  return encoding === 'B' ? decodeB(payload) : decodeQ(payload);
}

function decodeB(payload: string): DecodedPayload {
  if (!B_TEXT.test(payload)) return bad('characters outside base64, or inner padding');
  const characters = payload.replace(/={1,2}$/, '').length;
  if (characters % 4 === 1) return bad('a length that base64 never has');
  const fault = payload.length % 4 === 0 ? undefined : 'wrong padding';
  return { octets: Buffer.from(payload, 'base64'), fault };
}

function decodeQ(payload: string): DecodedPayload {
  const [found] = NO_Q_TEXT.exec(payload) ?? [];
  if (found === '=') return bad('"=" without two hex digits');
  if (found !== undefined) return bad('a character that Q must escape');
  const fault = LOWER_CASE_ESCAPE.test(payload) ? 'hex digits in lower case' : undefined;
  return { octets: octetsOfQ(payload), fault };
}

/** A loop: replacing by a function takes twice as long. */
function octetsOfQ(payload: string): Buffer {
  const octets = Buffer.allocUnsafe(payload.length);
  let length = 0;
  for (let at = 0; at < payload.length; at += 1) {
    let octet = payload.charCodeAt(at);
    if (octet === UNDERSCORE) octet = SPACE;
    if (octet === EQUALS) {
      octet = Number.parseInt(payload.slice(at + 1, at + 3), 16);
      at += 2;
    }
    octets[length] = octet;
    length += 1;
  }
  return octets.subarray(0, length);
}

function bad(fault: string): DecodedPayload {
  return { octets: undefined, fault };
}
