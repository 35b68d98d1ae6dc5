/** The choice of a transfer encoding, and its faults, for other senders: RFC 2045 §6. */

import { choiceArgument, octetsArgument } from '../arguments.ts';
import { chooseTransferEncoding as choose, type TransferChoice } from './choice.ts';
import { contentOptions, type TransferChoiceOptions } from './content-options.ts';
import type { TransferDefect } from './transfer-defect.ts';
import { transferFaults as faultsOf } from './transfer-faults.ts';

/**
 * Chooses how content is written on a 7-bit path, and says how many octets it takes there.
 *
 * Text: `7bit` if nothing speaks against it (octets outside 7-bit, NUL, lines beyond 998 octets, a
 * lone CR or LF, blanks at line ends, dots or `From ` at line starts), else `quoted-printable` while
 * its exact size is under 1.2 times that of base64, else `base64`. What is no text: `base64`. An
 * encoding that was asked for stands.
 *
 * @param octets Text in canonical form, see {@link canonicalText}, or anything.
 * @returns `encoding`, and `bodyOctets` of the body when written so.
 * @throws {MimewrightError} `transfer-encoding` when `7bit` was asked for and the content forbids it;
 *   `value-missing`, `value-type` or `option-invalid` for arguments that are none.
 * @see RFC 2045 §2.7, §6; RFC 2049 §3
 * @example
 * chooseTransferEncoding(encodeText('Café', 'utf-8'), { isText: true });
 * // { encoding: 'quoted-printable', bodyOctets: 9 }
 */
export function chooseTransferEncoding(
  octets: Uint8Array,
  options: TransferChoiceOptions,
): Pick<TransferChoice, 'encoding' | 'bodyOctets'> {
  const content = octetsArgument('octets', octets);
  const choice = choose({ content, ...contentOptions(options, ['isText', 'encoding']) });
  return { encoding: choice.encoding, bodyOctets: choice.bodyOctets };
}

/** The encodings that have a form to be held to; `binary` has none. */
const judgedEncodings = ['7bit', '8bit', 'quoted-printable', 'base64'] as const;

export type JudgedEncoding = (typeof judgedEncodings)[number];

/**
 * Finds each fault of an encoded body: decoding forgives them all, this forgives none.
 *
 * @param body As it was received; its line ends may be CRLF, LF or CR.
 * @returns In order of `start`; each a `code`, the octets at fault from `start` to before `end`
 *   (an empty span where something is absent), and `detail` where the code leaves it open. Of each
 *   code the first thousand; faults of one code that touch are one. Empty for a sound body.
 * @throws {MimewrightError} `value-missing` or `value-type` when `body` is no Uint8Array;
 *   `option-invalid` for an encoding other than those.
 * @see RFC 2045 §2.7, §2.8, §6.7, §6.8
 * @example
 * transferFaults(new TextEncoder().encode('caf=e9'), 'quoted-printable');
 * // [{ code: 'qp-lowercase-hex', start: 3, end: 6 }]
 */
export function transferFaults(
  body: Uint8Array,
  encoding: JudgedEncoding,
): readonly TransferDefect[] {
  const octets = octetsArgument('body', body);
  return faultsOf(octets, choiceArgument('encoding', encoding, judgedEncodings));
}
