/** URIs in List fields: RFC 2369 §2, RFC 3986 §3. */

import { MimewrightError, quoted } from '../errors.ts';
import type { Uri } from '../model/field.ts';
import { trimBlanks } from '../octets/ascii.ts';

/** Angles, a comma and a blank must fit beside it on a line that cannot be folded within. */
const URI_OCTETS_MAX = 994;

/** A scheme, then characters of RFC 3986 §2; no blanks, angles, quotes or backslashes. */
const ABSOLUTE_URI = /^[A-Za-z][A-Za-z0-9+.-]*:[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]+$/;

/**
 * Parses one absolute URI.
 *
 * @throws {MimewrightError} `uri-syntax`; the message names the field and quotes the value.
 */
export function parseUri(text: string, what: string): Uri {
  if (ABSOLUTE_URI.test(text) && text.length <= URI_OCTETS_MAX) return text as Uri;
  throw new MimewrightError(
    'uri-syntax',
    `${what}: not an absolute URI: ${quoted(text)}: it has a scheme, holds ASCII without blanks or angles (percent-encode the rest), and at most ${URI_OCTETS_MAX} octets`,
  );
}

/** Parses `<uri>, <uri>`, or one bare URI. @returns At least one, in order. */
export function parseUriList(text: string, what: string): Uri[] {
  const trimmed = trimBlanks(text);
  if (!trimmed.startsWith('<')) return [parseUri(trimmed, what)];
  const inner = /^<([^<>]*)>$/;
  return trimmed.split(/(?<=>)[ \t]*,[ \t]*(?=<)/).map((item) => {
    return parseUri(inner.exec(item)?.[1] ?? item, what);
  });
}

/** Formats URIs in angles. @returns Pieces for `foldField`; a fold never cuts a URI. */
export function formatUris(uris: readonly string[]): string[] {
  return uris.map((uri, at) => ` <${uri}>${at + 1 < uris.length ? ',' : ''}`);
}
