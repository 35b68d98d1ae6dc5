/** The Content fields of an entity, read: RFC 2045 §5 to §7, RFC 2183. */

import { isUtf8 } from 'node:buffer';
import { type ParsedDisposition, parseDisposition } from '../header/disposition-parsing.ts';
import { decodeEncodedWords } from '../header/encoded-word-decoding.ts';
import { type ParsedMediaType, parseMediaType } from '../header/media-type-parsing.ts';
import { type ParsedParameter, parameterNamed } from '../header/parsed-parameter.ts';
import type { Span } from '../octets/span.ts';
import type { Defect, DefectLog } from './defect.ts';
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

const COMMENT = /\([^()]*\)/g;
const TRANSFER_ENCODING = /[^\s"';,]+/;

/**
 * Reads the Content fields; of several of one name the first counts. Spans of parameters are
 * octets of the message.
 *
 * @param defects Grows by what is at fault.
 */
export function readContentFields(
  fields: readonly HeaderField[],
  defaultType: ParsedMediaType,
  log: DefectLog,
  defects: Defect[],
): ContentFields {
  const contentType = fieldNamed(fields, 'content-type');
  const mediaType = readMediaType(contentType, defaultType, log, defects);
  const transferEncodingField = fieldNamed(fields, 'content-transfer-encoding');
  const contentId = fieldNamed(fields, 'content-id')?.unfolded();
  return {
    mediaType,
    boundary: boundaryOf(mediaType),
    transferEncoding: readTransferEncoding(transferEncodingField, log, defects),
    transferEncodingField,
    disposition: readDisposition(fieldNamed(fields, 'content-disposition'), log, defects),
    contentId: contentId && (/<([^<>]*)>/.exec(contentId)?.[1] ?? contentId).trim(),
  };
}

/**
 * The file name that readers show: of the disposition, else the `name` of the media type.
 *
 * Encoded-words and raw UTF-8 are decoded, though no standard allows them there; an extended
 * value is what it says, also where it looks like an encoded-word.
 */
export function readFilename(fields: ContentFields): string | undefined {
  const parameter =
    parameterNamed(fields.disposition?.parameters ?? [], 'filename') ??
    parameterNamed(fields.mediaType.parameters, 'name');
  if (parameter === undefined || parameter.isExtended) return parameter?.value;
  const octets = Buffer.from(parameter.value, 'latin1');
  return decodeEncodedWords(isUtf8(octets) ? octets.toString('utf8') : parameter.value);
}

function readMediaType(
  field: HeaderField | undefined,
  defaultType: ParsedMediaType,
  log: DefectLog,
  defects: Defect[],
): ParsedMediaType {
  if (field === undefined) return defaultType;
  const place = (span: Span): Span => field.spanOf(span);
  const { mediaType, defects: found } = parseMediaType(field.unfolded());
  log.noteAll(defects, found, place);
  const { type, subtype, essence } = mediaType;
  return { type, subtype, essence, parameters: placed(mediaType.parameters, place) };
}

function readDisposition(
  field: HeaderField | undefined,
  log: DefectLog,
  defects: Defect[],
): ParsedDisposition | undefined {
  if (field === undefined) return undefined;
  const place = (span: Span): Span => field.spanOf(span);
  const { disposition, defects: found } = parseDisposition(field.unfolded());
  log.noteAll(defects, found, place);
  return { type: disposition.type, parameters: placed(disposition.parameters, place) };
}

function boundaryOf({ type, parameters }: ParsedMediaType): string | undefined {
  if (type !== 'multipart') return undefined;
  return parameterNamed(parameters, 'boundary')?.value.trimEnd() || undefined;
}

/** Forgives quotes, comments, and what stands behind the first word. */
function readTransferEncoding(
  field: HeaderField | undefined,
  log: DefectLog,
  defects: Defect[],
): string {
  if (field === undefined) return '7bit';
  const text = field.unfolded().replace(COMMENT, '').trim();
  const encoding = TRANSFER_ENCODING.exec(text)?.[0] ?? '7bit';
  if (encoding !== text) log.note(defects, 'cte-syntax', field.bodySpan);
  return encoding.toLowerCase();
}

function placed(
  parameters: readonly ParsedParameter[],
  place: (span: Span) => Span,
): readonly ParsedParameter[] {
  return parameters.map((parameter) => ({ ...parameter, span: place(parameter.span) }));
}

function plainType(type: string, subtype: string): ParsedMediaType {
  return { type, subtype, essence: `${type}/${subtype}`, parameters: [] };
}
