/** What the Content fields of an entity say of its body: RFC 2045 §5 to §7, RFC 2183. */

import type { ParsedDisposition } from '../header/disposition-parsing.ts';
import { decodeEncodedWords } from '../header/encoded-word-decoding.ts';
import type { ParsedMediaType } from '../header/media-type-parsing.ts';
import { textOfOctets } from '../header/octet-text.ts';
import { parameterNamed } from '../header/parsed-parameter.ts';
import { fieldNamed, type HeaderField } from './header-field.ts';

/** What the Content fields say, or what counts where they are absent. */
export interface ContentFields {
  readonly mediaType: ParsedMediaType;
  /** Of a multipart, without blanks at its end; undefined also where nothing is left then. */
  readonly boundary: string | undefined;
  readonly transferEncoding: string;
  readonly transferEncodingField: HeaderField | undefined;
  readonly disposition: ParsedDisposition | undefined;
  readonly contentId: string | undefined;
}

/** What an entity is that does not say so: RFC 2045 §5.2. */
export const TEXT_PLAIN: ParsedMediaType = plainType('text', 'plain');

/** What a part of a multipart/digest is that does not say so: RFC 2046 §5.1.5. */
export const MESSAGE_RFC822: ParsedMediaType = plainType('message', 'rfc822');

const ENCODED: ReadonlySet<string> = new Set(['base64', 'quoted-printable']);

/** RFC 2045 §6.3: what is in them, nobody else can tell. */
const PRIVATE_ENCODING = /^x-/;

/**
 * Whether the content of a body is closed to us: RFC 2045 §6.4 makes it application/octet-stream.
 *
 * QUIRK: encodings that no standard knows and that are not private are read as `7bit`, as all
 * readers do: they are typing errors such as `8-bit`.
 */
export function isPrivate({ transferEncoding }: Pick<ContentFields, 'transferEncoding'>): boolean {
  return PRIVATE_ENCODING.test(transferEncoding);
}

/** Whether a body is other octets when its transfer encoding is undone. */
export function isEncoded({ transferEncoding }: Pick<ContentFields, 'transferEncoding'>): boolean {
  return ENCODED.has(transferEncoding);
}

/** Reads the Content fields; of several of one name the first counts. */
export function readContentFields(
  fields: readonly HeaderField[],
  defaultType: ParsedMediaType,
): ContentFields {
  const mediaType = fieldNamed(fields, 'content-type')?.mediaType ?? defaultType;
  const transferEncodingField = fieldNamed(fields, 'content-transfer-encoding');
  const contentId = fieldNamed(fields, 'content-id');
  return {
    mediaType,
    boundary: boundaryOf(mediaType),
    transferEncoding: transferEncodingField?.token ?? '7bit',
    transferEncodingField,
    disposition: fieldNamed(fields, 'content-disposition')?.disposition,
    contentId: contentId && (contentId.msgIds[0]?.id ?? contentId.text),
  };
}

/**
 * The file name that readers show: of the disposition, else the `name` of the media type.
 *
 * Encoded-words and raw UTF-8 are decoded, though no standard allows them there; an extended
 * value is what it says, also where it looks like an encoded-word.
 */
export function readFilename({ disposition, mediaType }: ContentFields): string | undefined {
  const filename = parameterNamed(disposition?.parameters ?? [], 'filename');
  const parameter = filename?.value ? filename : parameterNamed(mediaType.parameters, 'name');
  if (parameter === undefined || parameter.isExtended) return parameter?.value;
  return decodeEncodedWords(textOfOctets(parameter.value));
}

function boundaryOf({ type, parameters }: ParsedMediaType): string | undefined {
  if (type !== 'multipart') return undefined;
  return parameterNamed(parameters, 'boundary')?.value.trimEnd() || undefined;
}

function plainType(type: string, subtype: string): ParsedMediaType {
  return { type, subtype, essence: `${type}/${subtype}`, parameters: [] };
}
