/** The choice of a transfer encoding: RFC 2045 §6, RFC 2049 §3. */

import { MimewrightError } from '../errors.ts';
import type { TransferEncoding } from '../model/transfer-encoding.ts';
import { base64Octets } from './base64.ts';
import { isMostlyEscaped } from './escape-density.ts';
import { encodeQuotedPrintable, quotedPrintableOctets } from './quoted-printable.ts';
import { fragileFault, sevenBitFault } from './survey.ts';

/**
 * Quoted-printable may cost this much of base64 before base64 is taken: it stays readable, and
 * filters hold base64 text against its sender.
 */
const QUOTED_PRINTABLE_WORTH = 1.2;

/** Content up to this is encoded to see how long it gets; what is longer is only counted, for memory. */
const TRIED_OCTETS_MAX = 262_144;

/** An encoding, and the octets that the content takes in it. */
export interface TransferChoice {
  readonly encoding: TransferEncoding;
  readonly bodyOctets: number;
  /** The body in that encoding, where it was written on the way. */
  readonly written?: Uint8Array;
}

/** What is to be encoded; `isText` as in `Leaf`. */
export interface TransferContent {
  readonly content: Uint8Array;
  readonly isText: boolean;
  readonly encoding?: TransferEncoding;
}

/**
 * Chooses how content is written on a 7-bit path.
 *
 * Text: `7bit` if nothing speaks against it, else quoted-printable while its exact size is under
 * 1.2 times that of base64, else base64. Octets that are no text: base64. An encoding that was
 * asked for stands.
 *
 * @throws {MimewrightError} `transfer-encoding` when `7bit` was asked for and the content forbids it.
 */
export function chooseTransferEncoding(leaf: TransferContent): TransferChoice {
  const { content, isText, encoding } = leaf;
  const octets = content.length;
  if (encoding === 'base64') return { encoding, bodyOctets: base64Octets(octets) };
  if (encoding === 'quoted-printable') {
    return { encoding, bodyOctets: quotedPrintableOctets(content, { isText }) };
  }
  if (encoding === '7bit') {
    const fault = sevenBitFault(content);
    if (fault === undefined) return { encoding, bodyOctets: octets };
    throw new MimewrightError('transfer-encoding', `the content cannot be 7bit: it holds ${fault}`);
  }
  if (!isText) return { encoding: 'base64', bodyOctets: base64Octets(octets) };
  if (sevenBitFault(content) === undefined && fragileFault(content) === undefined) {
    return { encoding: '7bit', bodyOctets: octets };
  }
  const base64 = base64Octets(octets);
  return quotedPrintableWithin(leaf, base64) ?? { encoding: 'base64', bodyOctets: base64 };
}

/** Quoted-printable, if it is worth its octets beside those of base64. */
function quotedPrintableWithin(
  { content, isText }: TransferContent,
  base64: number,
): TransferChoice | undefined {
  const encoding = 'quoted-printable';
  const octetsMax = Math.ceil(base64 * QUOTED_PRINTABLE_WORTH) - 1;
  if (isMostlyEscaped(content, octetsMax)) return undefined;
  if (content.length > TRIED_OCTETS_MAX) {
    const bodyOctets = quotedPrintableOctets(content, { isText });
    return bodyOctets > octetsMax ? undefined : { encoding, bodyOctets };
  }
  const written = encodeQuotedPrintable(content, { isText }, octetsMax);
  return written && { encoding, bodyOctets: written.length, written };
}
