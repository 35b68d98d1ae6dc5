/** Fields given by name and text, made into values by their grammar: RFC 5322 §3.6, RFC 2369. */

import { choiceArgument } from '../arguments.ts';
import { MimewrightError, naming, quoted } from '../errors.ts';
import { parseAddresses } from '../header/address-parsing.ts';
import { formatField } from '../header/field-format.ts';
import { checkFieldText } from '../header/field-text.ts';
import { parseMsgIds } from '../header/msg-id.ts';
import { checkToken } from '../header/token.ts';
import { parseUriList } from '../header/uri.ts';
import type { Field } from '../model/field.ts';
import { trimBlanks } from '../octets/ascii.ts';

/** With the colon it must fit on a line of 78 with something of the body: RFC 5322 §2.1.1. */
const NAME_CHARACTERS_MAX = 76;

const FIELD_NAME = /^[!-9;-~]+$/;

/** What takes the text of a field and makes it a value. The others are unstructured. */
type Grammar = (name: string, text: string) => Field;

const addresses: Grammar = (name, text) => ({
  kind: 'addresses',
  name,
  addresses: parseAddresses(text, name),
});
const msgIds: Grammar = (name, text) => ({ kind: 'msg-ids', name, ids: parseMsgIds(text, name) });
const token: Grammar = (name, text) => ({ kind: 'tokens', name, tokens: [checkToken(text, name)] });
const uris: Grammar = (name, text) => ({ kind: 'uris', name, uris: parseUriList(text, name) });
const uriOrNo: Grammar = (name, text) => (text === 'NO' ? token : uris)(name, text);
const unstructured: Grammar = (name, text) => ({ kind: 'text', name, text });

const GRAMMARS: ReadonlyMap<string, Grammar> = new Map([
  ['auto-submitted', token],
  ['disposition-notification-to', addresses],
  ['errors-to', addresses],
  ['importance', token],
  ['list-archive', uris],
  ['list-help', uris],
  ['list-id', listId],
  ['list-owner', uris],
  ['list-post', uriOrNo],
  ['list-subscribe', uris],
  ['list-unsubscribe', uris],
  ['list-unsubscribe-post', oneClick],
  ['original-message-id', msgIds],
  ['precedence', token],
  ['priority', token],
  ['resent-bcc', addresses],
  ['resent-cc', addresses],
  ['resent-from', addresses],
  ['resent-message-id', msgIds],
  ['resent-reply-to', addresses],
  ['resent-sender', addresses],
  ['resent-to', addresses],
  ['return-receipt-to', addresses],
  ['sensitivity', token],
]);

/** Fields that have a method of their own, and which. */
const METHODS: ReadonlyMap<string, string> = new Map([
  ['from', 'from()'],
  ['sender', 'sender()'],
  ['reply-to', 'replyTo()'],
  ['to', 'to()'],
  ['cc', 'cc()'],
  ['bcc', 'bcc()'],
  ['subject', 'subject()'],
  ['date', 'date()'],
  ['message-id', 'messageId()'],
  ['in-reply-to', 'inReplyTo()'],
  ['references', 'references()'],
  ['return-path', 'returnPath()'],
]);

/** Fields whose bodies only their makers can finish. */
const FINISHED_ELSEWHERE: ReadonlySet<string> = new Set(['dkim-signature', 'received']);

/**
 * Makes a field from text by the grammar that its name has.
 *
 * @throws {MimewrightError} `field-name`, `field-reserved`, and the codes of the grammars.
 */
export function parseField(name: string, text: string): Field {
  checkFieldName(name);
  const method =
    methodFor(name) ??
    (FINISHED_ELSEWHERE.has(name.toLowerCase()) ? 'dangerousHeader()' : undefined);
  if (method !== undefined) throw reserved(name, method);
  checkFieldText(text, name);
  return laidOut((GRAMMARS.get(name.toLowerCase()) ?? unstructured)(name, text));
}

/**
 * Takes a body as it is. Folds may stand in it; it is folded anew.
 *
 * @throws {MimewrightError} `field-name`; `field-reserved` for the fields that a builder writes
 * itself; `field-body` for what is not one 7-bit body without blanks at its end.
 */
export function finishedField(name: string, text: string): Field {
  checkFieldName(name);
  const method = methodFor(name);
  if (method !== undefined) throw reserved(name, method);
  const body = text.replace(/\r\n(?=[ \t])/g, '');
  if (/^[\t -~]*[!-~]$/.test(body)) return laidOut({ kind: 'finished', name, body });
  throw new MimewrightError(
    'field-body',
    `${name}: not a finished body: ${quoted(text)}: it holds printable ASCII, blanks and folds, and ends in no blank`,
  );
}

/** What has no place on a line of 998 octets is said here, on the caller's own line. */
function laidOut(field: Field): Field {
  naming(field.name, () => formatField(field));
  return Object.freeze(field);
}

/** @throws {MimewrightError} `field-name` */
export function checkFieldName(name: string): void {
  if (FIELD_NAME.test(name) && name.length <= NAME_CHARACTERS_MAX) return;
  throw new MimewrightError(
    'field-name',
    `not a field name: ${quoted(name)}: it is 1 to ${NAME_CHARACTERS_MAX} characters of ASCII from ! to ~ without the colon`,
  );
}

function methodFor(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (lower === 'mime-version' || lower.startsWith('content-')) {
    return 'text(), html(), attach() and their like';
  }
  return lower.startsWith('x-ses-') ? 'ses()' : METHODS.get(lower);
}

function reserved(name: string, method: string): MimewrightError {
  return new MimewrightError('field-reserved', `${name} is not set by name: use ${method}`);
}

const LIST_ID =
  /^(?:"((?:[^"\\]|\\.)*)"[ \t]*|([^"<>]*))<((?=.{1,255}>$)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)+)>$/u;

/** `Phrase <label.namespace>`, or the angles alone: RFC 2919 §3. */
function listId(name: string, text: string): Field {
  const [, quotedPhrase, plainPhrase = '', id] = LIST_ID.exec(text) ?? [];
  if (id === undefined) {
    throw new MimewrightError(
      'field-body',
      `${name}: not a list identifier: ${quoted(text)}: it is Phrase <label.domain>`,
    );
  }
  const phrase = quotedPhrase?.replace(/\\(.)/gu, '$1') ?? trimBlanks(plainPhrase);
  return phrase === '' ? { kind: 'list-id', name, id } : { kind: 'list-id', name, phrase, id };
}

/** RFC 8058 §3.1 knows one body. */
function oneClick(name: string, text: string): Field {
  return {
    kind: 'tokens',
    name,
    tokens: [choiceArgument(name, text, ['List-Unsubscribe=One-Click'])],
  };
}
