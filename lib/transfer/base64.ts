/** Base64 in lines of 76 characters: RFC 2045 §6.8. */

import { CR, LF } from '../octets/ascii.ts';
import { asBuffer } from '../octets/view.ts';
import { ENCODED_LINE_OCTETS } from './line-limits.ts';

/** Octets that fill one line. */
const LINE_INPUT_OCTETS = (ENCODED_LINE_OCTETS / 4) * 3;

/** Lines encoded at a time: few enough to stay in the cache, many enough to pay for the call. */
const BLOCK_LINES = 512;

/** Octets of `writeBase64`'s output, in closed form: CRLF between lines, none at the end. */
export function base64Octets(inputOctets: number): number {
  const characters = Math.ceil(inputOctets / 3) * 4;
  const lineEnds = Math.max(0, Math.ceil(characters / ENCODED_LINE_OCTETS) - 1);
  return characters + lineEnds * 2;
}

/**
 * Writes content as base64 into a buffer that has room for {@link base64Octets}.
 *
 * A block is encoded natively without line ends; then its lines are moved apart, last one first.
 *
 * @returns The offset behind the last octet written.
 */
export function writeBase64(octets: Uint8Array, target: Buffer, start: number): number {
  const content = asBuffer(octets);
  const blockOctets = LINE_INPUT_OCTETS * BLOCK_LINES;
  let at = start;
  for (let from = 0; from < content.length; from += blockOctets) {
    if (from > 0) at = writeLineEnd(target, at);
    const block = content.subarray(from, from + blockOctets).toString('base64');
    target.write(block, at, 'latin1');
    at = moveLinesApart(target, at, block.length);
  }
  return at;
}

function moveLinesApart(target: Buffer, start: number, characters: number): number {
  const view = new DataView(target.buffer, target.byteOffset, target.byteLength);
  const lastLine = Math.max(0, Math.ceil(characters / ENCODED_LINE_OCTETS) - 1);
  for (let line = lastLine; line > 0; line -= 1) {
    const from = start + line * ENCODED_LINE_OCTETS;
    const to = from + line * 2;
    if (line === lastLine) target.copyWithin(to, from, start + characters);
    else moveLine(view, from, to);
    writeLineEnd(target, to - 2);
  }
  return start + characters + lastLine * 2;
}

/**
 * Moves a whole line towards the end, last octets first: half of the time of `copyWithin`.
 *
 * Doubles carry eight octets each; no octets of base64 are a NaN, whose bits could change.
 */
function moveLine(view: DataView, from: number, to: number): void {
  const rest = ENCODED_LINE_OCTETS - (ENCODED_LINE_OCTETS % 8);
  view.setInt32(to + rest, view.getInt32(from + rest));
  for (let at = rest - 8; at >= 0; at -= 8) view.setFloat64(to + at, view.getFloat64(from + at));
}

function writeLineEnd(target: Buffer, at: number): number {
  target[at] = CR;
  target[at + 1] = LF;
  return at + 2;
}
