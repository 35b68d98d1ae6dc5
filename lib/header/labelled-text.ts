/** Text of a header in the charset that it names, or in the one that it is certainly in: RFC 2047 §2, RFC 2231 §4. */

import { canonicalCharset, type DecodedText, decodeText } from '../transfer/charset.ts';
import { isMislabelledUtf8 } from '../transfer/charset-detection.ts';

/** Text as its charset gives it. */
export interface LabelledText extends DecodedText {
  /** True for UTF-8 under another name, where that is certain; the text was read as UTF-8 then. */
  readonly isMislabelled: boolean;
}

/**
 * Decodes octets by the charset that they are labelled with.
 *
 * @param charset Any label.
 * @returns `undefined` when the charset is not known.
 */
export function decodeLabelled(octets: Uint8Array, charset: string): LabelledText | undefined {
  const decoded = decodeText(octets, charset);
  if (decoded === undefined) return undefined;
  const name = canonicalCharset(charset) ?? charset;
  const { text, isExact } = decoded;
  if (!isMislabelledUtf8(octets, name, decoded)) return { text, isExact, isMislabelled: false };
  return { text: Buffer.from(octets).toString('utf8'), isExact: true, isMislabelled: true };
}
