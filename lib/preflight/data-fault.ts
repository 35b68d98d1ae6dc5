/** Data that is no message but something made of one: base64, JSON, UTF-16. */

import { quoted } from '../errors.ts';

/** What stands at the start of a message: a field name and its colon, or the line of an mbox. */
const MESSAGE_START = /^(?:[A-Za-z][!-9;-~]{0,75}[ \t]*:|From )/;

/** Of base64, enough to hold the longest field name; a header section has a colon there. */
const HEAD_OCTETS = 256;

const BASE64_HEAD = /^[A-Za-z0-9+/_-]+={0,2}$/;

/** Of a line that is told in a message. */
const SHOWN_OCTETS = 60;

/**
 * What octets are in place of a message.
 *
 * A message costs a look at its first octets only.
 *
 * @returns A clause that starts with what they are; nothing for what may be a message, however bad.
 */
export function dataFault(octets: Buffer): string | undefined {
  const head = octets.toString('latin1', 0, HEAD_OCTETS);
  return base64Fault(head) ?? utf16Fault(head) ?? jsonFault(octets, head);
}

/** Told only of what decodes to the start of a message: a word alone may be anything. */
function base64Fault(head: string): string | undefined {
  const base64 = head.replace(/[\r\n]+/g, '');
  if (!BASE64_HEAD.test(base64)) return undefined;
  const decoded = Buffer.from(base64, 'base64').toString('latin1');
  if (!MESSAGE_START.test(decoded)) return undefined;
  const [line = ''] = decoded.split(/[\r\n]/, 1);
  return `the base64 of a message that starts ${shown(line)}`;
}

/** Without a byte order mark, which the rule on it tells of. */
function utf16Fault(head: string): string | undefined {
  const isLittle = /^(?:[\x20-\x7e]\0){4}/.test(head);
  if (!isLittle && !/^(?:\0[\x20-\x7e]){4}/.test(head)) return undefined;
  const text = head.replaceAll('\0', '').split(/[\r\n]/, 1);
  return `UTF-16 that starts ${shown(text.join())}`;
}

/** Parsed as a whole only when it starts and ends like JSON, as no message does. */
function jsonFault(octets: Buffer, head: string): string | undefined {
  if (
    !/^\s*(?:\{\s*"|\[|")/.test(head) ||
    !/[}\]"]\s*$/.test(octets.toString('latin1', octets.length - 8))
  ) {
    return undefined;
  }
  try {
    JSON.parse(octets.toString());
  } catch {
    return undefined;
  }
  return `JSON that starts ${shown(head)}`;
}

function shown(text: string): string {
  return quoted(text.slice(0, SHOWN_OCTETS));
}
