/** What content holds that decides its transfer encoding: RFC 2045 §2.7, RFC 2049 §3. */

import { isAscii } from 'node:buffer';
import { DOT, SPACE, TAB } from '../octets/ascii.ts';
import { countLineEnds, longLines } from '../octets/line-scan.ts';
import { asBuffer } from '../octets/view.ts';
import { LINE_OCTETS_MAX } from './line-limits.ts';

const FROM = Buffer.from('From ');
const LF_FROM = Buffer.from('\nFrom ');
const LF_DOT = Buffer.from('\n.');
const BLANKS_AT_LINE_END = ['\t\r', ' \r'].map((text) => Buffer.from(text));

/**
 * Says why content is not `7bit` data, in words that follow 'it holds'; undefined if it is.
 *
 * Native searches alone: a megabyte costs well under a millisecond.
 *
 * @see RFC 2045 §2.7
 */
export function sevenBitFault(octets: Uint8Array): string | undefined {
  const content = asBuffer(octets);
  if (!isAscii(content)) return 'octets outside 7-bit';
  if (content.includes(0)) return 'a NUL';
  if (longLines(content, LINE_OCTETS_MAX).length > 0)
    return `a line of more than ${LINE_OCTETS_MAX} octets`;
  if (hasLoneCrOrLf(content)) return 'a CR or LF that is not half of a CRLF';
  return undefined;
}

/**
 * Says what in 7bit data with CRLF line ends may not survive transport; undefined if all does.
 *
 * Relays strip blanks at line ends, SMTP doubles leading dots, and mailbox files change `From `.
 *
 * @see RFC 2049 §3
 */
export function fragileFault(octets: Uint8Array): string | undefined {
  const content = asBuffer(octets);
  if (hasBlankAtLineEnd(content)) return 'a blank at the end of a line';
  if (content[0] === DOT || content.includes(LF_DOT)) return 'a dot at the start of a line';
  if (hasFromLine(content)) return "a line that starts with 'From '";
  return undefined;
}

/** True when some CR or LF is not half of a CRLF. */
export function hasLoneCrOrLf(octets: Uint8Array): boolean {
  const { bareCr, bareLf } = countLineEnds(octets);
  return bareCr + bareLf > 0;
}

function hasBlankAtLineEnd(content: Buffer): boolean {
  const last = content.at(-1);
  return last === SPACE || last === TAB || BLANKS_AT_LINE_END.some((end) => content.includes(end));
}

function hasFromLine(content: Buffer): boolean {
  return content.subarray(0, FROM.length).equals(FROM) || content.includes(LF_FROM);
}
