/** Which parts readers show as text, and how their octets stand: RFC 2046 §4.1, RFC 2183 §2. */

import { type ParsedParameter, parameterNamed } from '../../../header/parsed-parameter.ts';
import type { Entity } from '../../../reader/entity.ts';

const ENCODED: readonly string[] = ['base64', 'quoted-printable'];

/** True for text that readers show; a text file that is attached is kept as it is. */
export function isShownText({ mediaType, disposition }: Entity): boolean {
  if (mediaType.type !== 'text' || disposition?.type === 'attachment') return false;
  if (disposition !== undefined && holds(disposition.parameters, 'filename')) return false;
  return !holds(mediaType.parameters, 'name');
}

/** Not the file name itself, which costs decoding: every rule of a text asks. */
function holds(parameters: readonly ParsedParameter[], name: string): boolean {
  return parameterNamed(parameters, name) !== undefined;
}

/** True where the octets in the message are not those of the content. */
export function isEncodedBody({ transferEncoding }: Entity): boolean {
  return ENCODED.includes(transferEncoding);
}

/** The charset parameter of the media type. */
export function charsetParameter({ mediaType }: Entity): ParsedParameter | undefined {
  return parameterNamed(mediaType.parameters, 'charset');
}

/** Faults after which a body decodes to other text than was meant. */
const UNDECODABLE: ReadonlySet<string> = new Set([
  'base64-alphabet',
  'base64-padding',
  'base64-url-alphabet',
  'qp-bad-escape',
]);

/** False where the transfer encoding is at fault: then the text is not judged. */
export function isSoundlyEncoded({ contentDefects }: Entity): boolean {
  return !contentDefects.some(({ code }) => UNDECODABLE.has(code));
}
