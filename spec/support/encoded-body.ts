/** Bodies as our encoders write them, and defects in one line each. */

import { base64Octets, writeBase64 } from '../../lib/transfer/base64.ts';
import {
  quotedPrintableOctets,
  writeQuotedPrintable,
} from '../../lib/transfer/quoted-printable.ts';
import type { TransferDefect } from '../../lib/transfer/transfer-defect.ts';

/** The content encoded; in `quoted-printable` CRLFs are line ends, in the binary one they are not. */
export function encodeBody(
  content: Uint8Array,
  encoding: 'base64' | 'quoted-printable' | 'binary quoted-printable',
): Buffer {
  if (encoding === 'base64') {
    const target = Buffer.alloc(base64Octets(content.length));
    writeBase64(content, target, 0);
    return target;
  }
  const options = { isText: encoding === 'quoted-printable' };
  const target = Buffer.alloc(quotedPrintableOctets(content, options));
  writeQuotedPrintable(content, options, target, 0);
  return target;
}

/** Each defect as `code start-end`. */
export function notes(defects: readonly TransferDefect[]): readonly string[] {
  return defects.map(({ code, start, end }) => `${code} ${start}-${end}`);
}
