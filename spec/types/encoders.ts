/** The encoders fit what other senders have at hand; compiled, never run. */

import {
  base64Octets,
  chooseTransferEncoding,
  type DecodedText,
  decodeBase64,
  decodeText,
  encodeBase64,
  encodedWords,
  encodeQuotedPrintable,
  encodeText,
  foldField,
  formatMailbox,
  type GroupParts,
  type MailboxParts,
  type ParsedParameter,
  parseMailboxes,
  parseParameters,
  type TransferDefect,
  type TransferEncoding,
  transferFaults,
} from '../../lib/encoders.ts';
import { type AddressInput, compose } from '../../lib/index.ts';

declare const octets: Uint8Array;
declare const buffer: Buffer;
declare const shared: Uint8Array<SharedArrayBuffer>;

/** Any kind of array goes in; what comes out has a plain buffer, as `Blob` and `fetch` want. */
export const encoded: readonly Uint8Array<ArrayBuffer>[] = [octets, buffer, shared].map(
  encodeBase64,
);
export const blob: Blob = new Blob([decodeBase64(buffer)]);
export const quoted: Uint8Array<ArrayBuffer> = encodeQuotedPrintable(octets, { isText: false });

/** A choice is exhaustive. */
export function written(content: Uint8Array): Uint8Array {
  const { encoding } = chooseTransferEncoding(content, { isText: true });
  switch (encoding) {
    case '7bit':
      return content;
    case 'quoted-printable':
      return encodeQuotedPrintable(content, { isText: true });
    case 'base64':
      return encodeBase64(content);
    default:
      return encoding satisfies never;
  }
}

/** An unknown charset has to be looked at. */
export const decoded: DecodedText | undefined = decodeText(octets, 'utf-8');
export const subject: string = foldField('Subject', encodedWords('Zoë').join(' '), {
  keepsFirst: true,
});

/** What is parsed goes into the builder, and back into text. */
export const typed: readonly (MailboxParts | GroupParts)[] = parseMailboxes('ann@example.com');
export const inputs: readonly AddressInput[] = typed;
export const text: string = typed.map(formatMailbox).join(', ');
compose().to(...inputs);

export const parameters: readonly ParsedParameter[] = parseParameters('; a=b').parameters;
export const faults: readonly TransferDefect[] = transferFaults(octets, '8bit');
export const encoding: TransferEncoding = 'base64';

// @ts-expect-error: octets, not text
encodeBase64('text');
// @ts-expect-error: whether it is text, only the caller knows
encodeQuotedPrintable(octets);
// @ts-expect-error: no boolean by position
encodeQuotedPrintable(octets, true);
// @ts-expect-error: `binary` is not written
chooseTransferEncoding(octets, { isText: true, encoding: 'binary' });
// @ts-expect-error: a number of octets, not octets
base64Octets(octets);
// @ts-expect-error: a text has a charset
encodeText('x');
// @ts-expect-error: a mailbox has an address
formatMailbox({ name: 'Ann' });
// @ts-expect-error: no such option
foldField('X', 'x', { width: 78 });
