/** Lines with their blanks reduced, four octets at a time where nothing changes: RFC 6376 §3.4.4. */

import { CR, LF, SPACE, TAB } from '../octets/ascii.ts';
import type { Span } from '../octets/span.ts';

export function isBlank(octet: number | undefined): boolean {
  return octet === SPACE || octet === TAB;
}

/** How many octets {@link squeeze} may write for some. */
export function squeezedOctetsMax(octets: number): number {
  return 2 * octets + 4;
}

/**
 * Writes a stretch of lines: each run of blanks becomes one space, none is left before a line end,
 * and, if asked for, a bare LF becomes CRLF.
 *
 * @param stretch Of the body; what follows it decides on blanks at its end.
 * @param into With room for {@link squeezedOctetsMax}.
 * @returns How many octets were written.
 */
export function squeeze(
  body: Buffer,
  { start, end }: Span,
  { into, endsInLf }: { readonly into: Buffer; readonly endsInLf: boolean },
): number {
  const from = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const to = new DataView(into.buffer, into.byteOffset, into.byteLength);
  let written = 0;
  let at = start;
  while (at < end) {
    const four = at + 4 <= end ? from.getInt32(at, true) : 0;
    const plain = plainOctets(four);
    if (plain > 0) {
      to.setInt32(written, four, true);
      at += plain;
      written += plain;
      continue;
    }
    for (const stop = Math.min(at + 4, end); at < stop; at += 1) {
      const octet = body[at] ?? 0;
      if (isBlank(octet) && givesWay(body, at, endsInLf)) continue;
      if (octet === LF && endsInLf && body[at - 1] !== CR) into[written++] = CR;
      into[written++] = octet === TAB ? SPACE : octet;
    }
  }
  return written;
}

/**
 * Whether {@link squeeze} would write a stretch of lines in CRLF as it is. Certain where true: for a
 * `!` behind a space, which this arithmetic does not tell from a second one, it is false.
 */
export function isSqueezed(body: Buffer, { start, end }: Span): boolean {
  const from = new DataView(body.buffer, body.byteOffset, body.byteLength);
  let spaceBefore = 0;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const four = from.getInt32(at, true);
    const upToSpaces = (four - 0x21212121) & ~four & 0x80808080;
    const spaces = upToSpaces === 0 ? 0 : octetsEqual(four ^ 0x20202020);
    if ((((spaces << 8) | spaceBefore) & upToSpaces) !== 0) return false;
    if (upToSpaces !== spaces && octetsEqual(four ^ 0x09090909) !== 0) return false;
    spaceBefore = spaces >>> 24;
  }
  for (at = Math.max(at - 1, start); at < end; at += 1)
    if (isBlank(body[at]) && mayGiveWay(body, at)) return false;
  return true;
}

/** The high bit of each octet that is 0, and of a 1 behind one. */
function octetsEqual(difference: number): number {
  return (difference - 0x01010101) & ~difference & 0x80808080;
}

function mayGiveWay(body: Buffer, at: number): boolean {
  return body[at] === TAB || (body[at + 1] ?? 0) <= SPACE;
}

/**
 * Of four octets, how many stay as they are: none where there are controls, two spaces, or `!`
 * behind a space, which this arithmetic does not tell from one; a space at the end is left to the
 * next four, where what follows it is seen.
 */
function plainOctets(four: number): number {
  const spaces = octetsEqual(four ^ 0x20202020);
  const upToSpaces = (four - 0x21212121) & ~four & 0x80808080;
  const isPlain = upToSpaces === spaces && ((spaces << 8) & spaces) === 0;
  return isPlain ? 4 - (spaces >>> 31) : 0;
}

/** Whether a blank goes: another follows, or the end of its line. */
function givesWay(body: Buffer, at: number, endsInLf: boolean): boolean {
  const next = body[at + 1];
  return isBlank(next) || (next === CR ? body[at + 2] === LF : endsInLf && next === LF);
}
