/** Where decoded octets stand in an encoded body: RFC 2045 §6.7, §6.8. */

import { CR, EQUALS, LF, SPACE, TAB } from '../../../octets/ascii.ts';
import type { Span } from '../../../octets/span.ts';
import type { Entity } from '../../../reader/entity.ts';
import type { MessageFacts } from '../../facts.ts';

const BASE64_CHARACTER = /^[A-Za-z0-9+/]$/;
const IS_BASE64: readonly boolean[] = Array.from({ length: 256 }, (_, octet) =>
  BASE64_CHARACTER.test(String.fromCharCode(octet)),
);
const IS_HEX: readonly boolean[] = Array.from({ length: 256 }, (_, octet) =>
  /^[0-9A-Fa-f]$/.test(String.fromCharCode(octet)),
);

/**
 * The octets of the message that a stretch of a leaf's decoded octets was made of; the stretch is
 * not empty. Walks the body as far as the stretch, so it is for faults, not for sound bodies.
 */
export function encodedPlace({ octets }: MessageFacts, entity: Entity, decoded: Span): Span {
  const { body, transferEncoding } = entity;
  const encoded = octets.subarray(body.start, body.end);
  const walk = walks.get(transferEncoding);
  const { start, end } = walk?.(encoded, decoded) ?? decoded;
  return { start: body.start + start, end: body.start + end };
}

const walks: ReadonlyMap<string, (encoded: Buffer, decoded: Span) => Span> = new Map([
  ['base64', placeInBase64],
  ['quoted-printable', placeInQuotedPrintable],
]);

/** Each character holds six bits; all else is passed over. */
function placeInBase64(encoded: Buffer, { start, end }: Span): Span {
  const firstCharacter = Math.floor((start * 8) / 6);
  const lastCharacter = Math.floor((end * 8 - 1) / 6);
  let character = -1;
  let first = encoded.length;
  for (let at = 0; at < encoded.length; at += 1) {
    if (IS_BASE64[encoded[at] ?? 0] !== true) continue;
    character += 1;
    if (character === firstCharacter) first = at;
    if (character === lastCharacter) return { start: first, end: at + 1 };
  }
  return { start: first, end: encoded.length };
}

/** An octet is written as itself or as an escape; soft breaks and blanks at line ends are nothing. */
function placeInQuotedPrintable(encoded: Buffer, { start, end }: Span): Span {
  let count = 0;
  let first = encoded.length;
  let at = 0;
  while (at < encoded.length) {
    const { written, makes } = unitAt(encoded, at);
    if (makes > 0 && count <= start) first = at;
    at += written;
    count += makes;
    if (count >= end) return { start: first, end: at };
  }
  return { start: first, end: at };
}

interface Unit {
  readonly written: number;
  readonly makes: number;
}

function unitAt(encoded: Buffer, at: number): Unit {
  const octet = encoded[at] ?? 0;
  if (octet === EQUALS) return escapeAt(encoded, at);
  if (octet !== SPACE && octet !== TAB) return { written: 1, makes: 1 };
  const end = behindBlanks(encoded, at);
  return { written: end - at, makes: isLineEnd(encoded, end) ? 0 : end - at };
}

function escapeAt(encoded: Buffer, at: number): Unit {
  if (IS_HEX[encoded[at + 1] ?? 0] && IS_HEX[encoded[at + 2] ?? 0]) return { written: 3, makes: 1 };
  const end = behindBlanks(encoded, at + 1);
  if (!isLineEnd(encoded, end)) return { written: 1, makes: 1 };
  const isCrlf = encoded[end] === CR && encoded[end + 1] === LF;
  return { written: end + (isCrlf ? 2 : 1) - at, makes: 0 };
}

function behindBlanks(encoded: Buffer, from: number): number {
  let at = from;
  while (encoded[at] === SPACE || encoded[at] === TAB) at += 1;
  return at;
}

/** True also at the end of the body. */
function isLineEnd(encoded: Buffer, at: number): boolean {
  return at >= encoded.length || encoded[at] === CR || encoded[at] === LF;
}
