/** Canonical bodies, as they go into a hash: RFC 6376 §3.4.3, §3.4.4. */

import { CR, LF, SPACE, TAB } from '../octets/ascii.ts';
import type { Canonicalization } from './canonical-field.ts';
import { isBlank, isSqueezed, squeeze, squeezedOctetsMax } from './squeezed-lines.ts';

const CRLF = Buffer.from('\r\n');

/** Octets looked at together: where none of them has to change, they are hashed where they lie. */
const BLOCK_OCTETS = 65_536;

/** Takes the canonical octets in order, some at a time; they are not to be kept. */
export type OctetSink = (octets: Uint8Array) => void;

/**
 * Hands the canonical form of a body to a hash, without a copy of the whole.
 *
 * Of a body whose first line ends in LF alone, each bare LF counts as CRLF, which is what a transport
 * makes of it: RFC 6376 §5.3. In others it is an octet like any other: to look for it costs a third of
 * what the hash does.
 */
export function canonicalBody(body: Buffer, form: Canonicalization, sink: OctetSink): void {
  const endsInLf = endsLinesInLf(body);
  const end = contentEnd(body, form, endsInLf);
  if (end === 0) {
    if (form === 'simple') sink(CRLF);
    return;
  }
  if (form === 'relaxed') relaxedLines(body.subarray(0, end), endsInLf, sink);
  else if (endsInLf) mendedLines(body.subarray(0, end), sink);
  else sink(body.subarray(0, end));
  sink(CRLF);
}

/** Whether lines end in LF alone, as the first one tells. */
export function endsLinesInLf(octets: Buffer): boolean {
  const lf = octets.indexOf(LF);
  return lf !== -1 && octets[lf - 1] !== CR;
}

/** Before the empty lines at the end; a relaxed line of blanks is empty too. */
function contentEnd(body: Buffer, form: Canonicalization, endsInLf: boolean): number {
  let end = body.length;
  for (;;) {
    if (form === 'relaxed') end = beforeBlanks(body, end);
    const isCrlf = body[end - 1] === LF && body[end - 2] === CR;
    if (!isCrlf && !(endsInLf && body[end - 1] === LF)) return end;
    end -= isCrlf ? CRLF.length : 1;
  }
}

function beforeBlanks(body: Buffer, from: number): number {
  let end = from;
  while (end > 0 && isBlank(body[end - 1])) end -= 1;
  return end;
}

/** With each bare LF as CRLF. */
function mendedLines(body: Buffer, sink: OctetSink): void {
  for (let start = 0; start < body.length; start += BLOCK_OCTETS) {
    const text = body.toString('latin1', start, start + BLOCK_OCTETS);
    const isCut = body[start - 1] === CR && text.startsWith('\n');
    const mended = text.replace(/(?<!\r)\n/g, '\r\n');
    sink(Buffer.from(isCut ? mended.slice(1) : mended, 'latin1'));
  }
}

/** Base64 holds none, and is told by a native search. */
function holdsBlanks(block: Buffer): boolean {
  return block.includes(SPACE) || block.includes(TAB);
}

function relaxedLines(body: Buffer, endsInLf: boolean, sink: OctetSink): void {
  let into: Buffer | undefined;
  for (let start = 0; start < body.length; start += BLOCK_OCTETS) {
    const end = Math.min(start + BLOCK_OCTETS, body.length);
    const block = body.subarray(start, end);
    if (!endsInLf && (!holdsBlanks(block) || isSqueezed(body, { start, end }))) sink(block);
    else {
      into ??= Buffer.allocUnsafe(squeezedOctetsMax(BLOCK_OCTETS));
      sink(into.subarray(0, squeeze(body, { start, end }, { into, endsInLf })));
    }
  }
}
