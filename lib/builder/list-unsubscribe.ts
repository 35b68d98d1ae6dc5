/** List-Unsubscribe and its one-click Post: RFC 2369 §3.2, RFC 8058. */

import { booleanArgument, textArgument } from '../arguments.ts';
import { MimewrightError, quoted } from '../errors.ts';
import { parseUri } from '../header/uri.ts';
import type { Field, Uri } from '../model/field.ts';
import { membersOf } from './members.ts';

const NAME = 'List-Unsubscribe';
const METHOD = 'listUnsubscribe';

/** The one field, or the two in the order that readers expect: Post behind. */
export function listUnsubscribeFields(options: unknown): Field[] {
  const o = membersOf(METHOD, options, ['https', 'mailto', 'oneClick']);
  const https = o.has('https') ? [httpsUri(textArgument(`${METHOD}.https`, o.get('https')))] : [];
  const mailto = o.has('mailto')
    ? [mailtoUri(textArgument(`${METHOD}.mailto`, o.get('mailto')))]
    : [];
  const uris = [...https, ...mailto];
  if (uris.length === 0) throw fault(`${METHOD}: it needs https, mailto, or both`);
  const field: Field = { kind: 'uris', name: NAME, uris };
  const isOneClick = o.has('oneClick') && booleanArgument(`${METHOD}.oneClick`, o.get('oneClick'));
  if (!isOneClick) return [field];
  if (https.length === 0) throw fault(`${METHOD}.oneClick needs https: RFC 8058 §3.1`);
  return [field, { kind: 'tokens', name: `${NAME}-Post`, tokens: ['List-Unsubscribe=One-Click'] }];
}

function httpsUri(text: string): Uri {
  const uri = parseUri(text, `${METHOD}.https`);
  if (/^https:\/\/./i.test(uri)) return uri;
  throw fault(`${METHOD}.https: not an https URI: ${quoted(text)}`);
}

function mailtoUri(text: string): Uri {
  const uri = parseUri(/^mailto:/i.test(text) ? text : `mailto:${text}`, `${METHOD}.mailto`);
  if (/^mailto:[^@?]+@[^@?]+(?:\?|$)/i.test(uri)) return uri;
  throw fault(`${METHOD}.mailto: not a mailto URI with one address: ${quoted(text)}`);
}

function fault(message: string): MimewrightError {
  return new MimewrightError('list-unsubscribe', message);
}
