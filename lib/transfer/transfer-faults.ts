/** What is wrong with a body as its content transfer encoding goes: RFC 2045 §2.7-2.8, §6. */

import { base64Faults } from './base64-faults.ts';
import { eightBitFaults, sevenBitFaults } from './identity-faults.ts';
import { quotedPrintableFaults } from './quoted-printable-faults.ts';
import type { TransferDefect } from './transfer-defect.ts';

/**
 * Finds each fault of a body as written, in order of start.
 *
 * Octets of one fault that stand together in one line are one defect; of each code, the first
 * thousand are kept. Line ends may be CRLF, LF, CR or mixed: they and lines beyond 998 octets are
 * no matter of the encoding. `binary` and unknown encodings allow anything. Never throws; linear,
 * and far quicker than decoding where nothing is wrong.
 *
 * @param transferEncoding In lower case.
 */
export function transferFaults(
  body: Uint8Array,
  transferEncoding: string,
): readonly TransferDefect[] {
  return FAULTS.get(transferEncoding)?.(body) ?? [];
}

const FAULTS: ReadonlyMap<string, (body: Uint8Array) => readonly TransferDefect[]> = new Map([
  ['7bit', sevenBitFaults],
  ['8bit', eightBitFaults],
  ['base64', base64Faults],
  ['quoted-printable', quotedPrintableFaults],
]);
