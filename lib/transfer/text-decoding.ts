/** The text of a body whose transfer encoding is undone: RFC 2045 §6.8, RFC 2046 §4.1. */

import { isAscii, isUtf8 } from 'node:buffer';
import type { Span } from '../octets/span.ts';
import { asBuffer } from '../octets/view.ts';
import { canonicalCharset, decodeText } from './charset.ts';
import { isMislabelledUtf8 } from './charset-detection.ts';
import { firstEightBitRun, firstUndecodable } from './charset-faults.ts';
import type { TransferDefect, TransferDefectCode } from './transfer-defect.ts';

/** A body as text. */
export interface DecodedBody {
  /** Well-formed; each line end is one LF, and a U+FEFF in front is kept. */
  readonly text: string;
  /** The charset that the octets were read in, by its canonical name; not always the one declared. */
  readonly charset: string;
  /** At most one, in the octets given. */
  readonly defects: readonly TransferDefect[];
}

/** What a text without a charset is in: RFC 2046 §4.1.2. */
const DEFAULT_CHARSET = 'us-ascii';

/** Where the label is at fault, not an octet. */
const AT_START: Span = { start: 0, end: 0 };

/** What is left of CR CR LF, which is one line end everywhere in the house, and CR alone. */
const ODD_LINE_END = /\r\n?/g;

/**
 * Decodes the text of a body; never throws.
 *
 * - A charset that is not known is `charset-unknown`, an empty span at the start, for it is the
 *   label that is at fault: the octets are read as UTF-8 if they are valid, else as ISO 8859-1.
 * - Octets above 0x7F in `us-ascii` are `charset-us-ascii-8bit` at their first run, and read so too.
 * - What is certainly UTF-8 under another name is `charset-mislabelled` at the first run of octets
 *   above 0x7F, or an empty span where there is none, and read as UTF-8.
 * - Octets that are nothing in the charset are `charset-invalid-bytes` at the first of them, and
 *   each becomes U+FFFD.
 *
 * @param charset Any label, in any case; undefined stands for `us-ascii`.
 */
export function decodeBodyText(octets: Uint8Array, charset: string | undefined): DecodedBody {
  const read = decodeAs(octets, canonicalCharset(charset ?? DEFAULT_CHARSET));
  return { text: withLf(read.text), charset: read.charset, defects: read.defects };
}

function withLf(text: string): string {
  if (!text.includes('\r')) return text;
  const lines = text.replaceAll('\r\n', '\n');
  return lines.includes('\r') ? lines.replace(ODD_LINE_END, '\n') : lines;
}

function decodeAs(octets: Uint8Array, charset: string | undefined): DecodedBody {
  if (charset === undefined) return guessed(octets, 'charset-unknown');
  if (charset === DEFAULT_CHARSET && !isAscii(octets))
    return guessed(octets, 'charset-us-ascii-8bit', firstEightBitRun(octets));
  const decoded = decodeText(octets, charset) ?? { text: '', isExact: false };
  if (isMislabelledUtf8(octets, charset, decoded))
    return guessed(
      octets,
      'charset-mislabelled',
      firstEightBitRun(octets),
      `UTF-8, not ${charset}`,
    );
  if (decoded.isExact) return { text: decoded.text, charset, defects: [] };
  const span = firstUndecodable(octets, charset, decoded.text);
  return { text: decoded.text, charset, defects: [{ code: 'charset-invalid-bytes', ...span }] };
}

/** Text whose charset is not the one declared: UTF-8 if it can be, else ISO 8859-1. */
function guessed(
  octets: Uint8Array,
  code: TransferDefectCode,
  { start, end }: Span = AT_START,
  detail?: string,
): DecodedBody {
  const charset = isUtf8(octets) ? 'utf-8' : 'iso-8859-1';
  const text = asBuffer(octets).toString(charset === 'utf-8' ? 'utf8' : 'latin1');
  const defect = { code, start, end };
  return { text, charset, defects: [detail === undefined ? defect : { ...defect, detail }] };
}
