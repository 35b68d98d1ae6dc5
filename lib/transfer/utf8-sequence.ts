/** One character's octets in UTF-8, valid or not: RFC 3629 §4, the Unicode Standard §3.9. */

import { firstNonAscii } from '../octets/line-scan.ts';
import type { Span } from '../octets/span.ts';

/**
 * The number of octets of the UTF-8 character at `at`, from 1 to 4; negative where they are none.
 *
 * Then they are as many, from 1 to 3, as decoders replace by one U+FFFD.
 */
export function utf8SequenceOctets(octets: Uint8Array, at: number): number {
  const lead = octets[at]!;
  if (lead < 0x80) return 1;
  const length = sequenceLength(lead);
  for (let index = 1; index < length; index += 1) {
    const octet = octets[at + index] ?? 0;
    const isInRange = index === 1 ? isSecond(lead, octet) : octet >= 0x80 && octet <= 0xbf;
    if (!isInRange) return -index;
  }
  return length === 1 ? -1 : length;
}

/** The first octets that are nothing in UTF-8; undefined where all is UTF-8. */
export function firstInvalidUtf8(octets: Uint8Array): Span | undefined {
  let at = firstNonAscii(octets) ?? octets.length;
  while (at < octets.length) {
    const length = utf8SequenceOctets(octets, at);
    if (length < 0) return { start: at, end: at - length };
    at += length;
  }
  return undefined;
}

/** 1 for an octet that leads no sequence. */
function sequenceLength(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** No overlong forms, no surrogates, nothing beyond U+10FFFF. */
function isSecond(lead: number, octet: number): boolean {
  const from = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const to = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return octet >= from && octet <= to;
}
