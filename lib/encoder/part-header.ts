/** The MIME fields of one part: RFC 2045 §5 to §8, RFC 2183, RFC 2387. */

import { encodedWords } from '../header/encoded-word.ts';
import { foldField, joinFields } from '../header/folding.ts';
import { formatParameters } from '../header/parameter.ts';
import { formatUnstructured } from '../header/unstructured.ts';
import type { Boundary, SevenBitLines } from '../model/encoded.ts';
import type { MediaType, Parameter } from '../model/media-type.ts';
import type { AttachedMessage, Disposition, Leaf, Multipart } from '../model/message.ts';
import type { TransferEncoding } from '../model/transfer-encoding.ts';
import { ENCODED_LINE_OCTETS } from '../transfer/line-limits.ts';

/** Headers of bodies, which are alike: each lives as long as its media type. */
const bodyHeaders: WeakMap<MediaType, Map<TransferEncoding, SevenBitLines>> = new WeakMap();

/** The fields of a leaf: type, encoding, id, description and disposition, in this order. */
export function leafHeader(leaf: Leaf, encoding: TransferEncoding): SevenBitLines {
  const { mediaType, disposition, contentId, description } = leaf;
  const isBody = (disposition ?? contentId ?? description) === undefined;
  if (!isBody) return writtenHeader(leaf, encoding);
  const known = bodyHeaders.get(mediaType) ?? new Map<TransferEncoding, SevenBitLines>();
  const header = known.get(encoding) ?? writtenHeader(leaf, encoding);
  bodyHeaders.set(mediaType, known.set(encoding, header));
  return header;
}

function writtenHeader(leaf: Leaf, encoding: TransferEncoding): SevenBitLines {
  const { disposition, contentId, description } = leaf;
  const filename = disposition?.filename;
  const fields = [contentTypeField(leaf, filename), encodingField(encoding)];
  if (contentId !== undefined) fields.push(foldField('Content-ID', [` <${contentId}>`]));
  if (description !== undefined) fields.push(descriptionField(description));
  if (disposition !== undefined) fields.push(dispositionField(disposition));
  return joinFields(fields);
}

/** The fields of an attached message; a part of this type is always `7bit`: RFC 2046 §5.2.1. */
export function messageHeader({ disposition, description }: AttachedMessage): SevenBitLines {
  const fields = [field('Content-Type', 'message/rfc822', []), encodingField('7bit')];
  if (description !== undefined) fields.push(descriptionField(description));
  fields.push(dispositionField(disposition));
  return joinFields(fields);
}

export function multipartHeader({ subtype, type }: Multipart, boundary: Boundary): SevenBitLines {
  const parameters: Parameter[] = [{ name: 'boundary', value: boundary }];
  if (type !== undefined) parameters.unshift({ name: 'type', value: type });
  return joinFields([
    field('Content-Type', `multipart/${subtype}`, parameters),
    encodingField('7bit'),
  ]);
}

function contentTypeField(leaf: Leaf, filename: string | undefined): SevenBitLines {
  const { mediaType } = leaf;
  const parameters = [...mediaType.parameters];
  if (filename === undefined) return field('Content-Type', essence(mediaType), parameters);
  if (leaf.hasLegacyName !== true) parameters.push({ name: 'name', value: filename });
  const pieces = valuePieces(essence(mediaType), parameters);
  return foldField('Content-Type', leaf.hasLegacyName ? withLegacyName(pieces, filename) : pieces);
}

/**
 * QUIRK: an encoded-word within quotes, which RFC 2047 §5 forbids, for readers that know nothing else.
 */
function withLegacyName(pieces: readonly string[], filename: string): string[] {
  const start = ' name="';
  const words = encodedWords(filename, ENCODED_LINE_OCTETS - start.length);
  return [
    ...pieces.map((piece, at) => (at + 1 < pieces.length ? piece : `${piece};`)),
    ...words.map((word, at) => {
      return `${at === 0 ? start : ' '}${word}${at + 1 < words.length ? '' : '"'}`;
    }),
  ];
}

function dispositionField({ type, filename }: Disposition): SevenBitLines {
  const parameters = filename === undefined ? [] : [{ name: 'filename', value: filename }];
  return field('Content-Disposition', type, parameters);
}

function descriptionField(description: string): SevenBitLines {
  const name = 'Content-Description';
  return foldField(name, formatUnstructured(name, description), { keepsFirst: true });
}

function encodingField(encoding: TransferEncoding): SevenBitLines {
  return foldField('Content-Transfer-Encoding', [` ${encoding}`]);
}

function field(name: string, value: string, parameters: readonly Parameter[]): SevenBitLines {
  return foldField(name, valuePieces(value, parameters));
}

function valuePieces(value: string, parameters: readonly Parameter[]): string[] {
  return parameters.length === 0 ? [` ${value}`] : [` ${value};`, ...formatParameters(parameters)];
}

function essence({ type, subtype }: MediaType): string {
  return `${type}/${subtype}`;
}
