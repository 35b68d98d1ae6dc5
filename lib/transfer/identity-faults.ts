/** What may not stand in a body that is not encoded: RFC 2045 §2.7 (7bit), §2.8 (8bit). */

import { firstNonAscii, firstNul } from '../octets/line-scan.ts';
import { endOfRun, type OctetKinds } from './octet-run.ts';
import { type TransferDefect, TransferDefects } from './transfer-defect.ts';

const ASCII = 0;
const NUL = 1;
const EIGHT_BIT = 2;

const KINDS: OctetKinds = Uint8Array.from({ length: 256 }, (_, octet) => {
  if (octet === 0) return NUL;
  return octet > 0x7f ? EIGHT_BIT : ASCII;
});

/** Runs of octets above 0x7F, and of NULs. */
export function sevenBitFaults(body: Uint8Array): readonly TransferDefect[] {
  const defects = new TransferDefects();
  noteNuls(body, defects);
  let at = firstNonAscii(body) ?? body.length;
  while (at < body.length && !defects.isFull('7bit-violation')) {
    const end = endOfRun(body, KINDS, at);
    if (KINDS[body[at]!] === EIGHT_BIT) defects.note('7bit-violation', { start: at, end });
    at = end;
  }
  return defects.inOrder();
}

/** Runs of NULs. */
export function eightBitFaults(body: Uint8Array): readonly TransferDefect[] {
  const defects = new TransferDefects();
  noteNuls(body, defects);
  return defects.inOrder();
}

function noteNuls(body: Uint8Array, defects: TransferDefects): void {
  let start = firstNul(body);
  while (start !== undefined && !defects.isFull('nul')) {
    const end = endOfRun(body, KINDS, start);
    defects.note('nul', { start, end });
    start = firstNul(body, end);
  }
}
