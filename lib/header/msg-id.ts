/** Message identifiers: RFC 5322 §3.6.4. */

import { MimewrightError, quoted } from '../errors.ts';
import type { MsgId } from '../model/field.ts';
import { trimBlanks } from '../octets/ascii.ts';

/** Leaves room for the angles and a blank on a line that cannot be folded within: RFC 5322 §2.1.1. */
const MSG_ID_OCTETS_MAX = 995;

const ATEXT = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const DOT_ATOM = `${ATEXT}(?:\\.${ATEXT})*`;
const MSG_ID = new RegExp(`^${DOT_ATOM}@(?:${DOT_ATOM}|\\[[!-Z^-~]*\\])$`);
const CONTENT_ID = new RegExp(`^${DOT_ATOM}(?:@${DOT_ATOM})?$`);

/**
 * Parses one identifier, or several with blanks between, each with or without its angles.
 *
 * @returns At least one, without angles.
 * @throws {MimewrightError} `msg-id-syntax`; the message names the field and quotes the value.
 */
export function parseMsgIds(text: string, what: string): MsgId[] {
  return trimBlanks(text)
    .split(/[ \t]+/)
    .map((id) => parseMsgId(id, what));
}

function parseMsgId(text: string, what: string): MsgId {
  const id = text.startsWith('<') && text.endsWith('>') ? text.slice(1, -1) : text;
  if (id.length <= MSG_ID_OCTETS_MAX && MSG_ID.test(id)) return id as MsgId;
  throw new MimewrightError(
    'msg-id-syntax',
    `${what}: not a msg-id: ${quoted(text)}: it is left@right, two dot-atoms of ASCII letters, digits and !#$%&'*+/=?^_\`{|}~-, at most ${MSG_ID_OCTETS_MAX} octets`,
  );
}

/** Formats identifiers. @returns Pieces for `foldField`. */
export function formatMsgIds(ids: readonly string[]): string[] {
  return ids.map((id) => ` <${id}>`);
}

/**
 * Holds a content id to dot-atoms, `logo` or `logo@host`, and returns it.
 *
 * @throws {MimewrightError} `content-id-syntax`.
 * @see RFC 2392 §2
 */
export function checkContentId(text: string): string {
  if (text.length <= MSG_ID_OCTETS_MAX && CONTENT_ID.test(text)) return text;
  throw new MimewrightError(
    'content-id-syntax',
    `cid: not a content id: ${quoted(text)}: it is dot-atoms, as in logo or logo@host, without angles, at most ${MSG_ID_OCTETS_MAX} octets`,
  );
}
