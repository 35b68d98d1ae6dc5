/** The body of a leaf made 7bit data: RFC 2045 §6. */

import { MimewrightError, quoted } from '../errors.ts';
import { parameterNamed } from '../header/parsed-parameter.ts';
import type { TransferEncoding } from '../model/transfer-encoding.ts';
import type { Entity } from '../reader/entity.ts';
import { writeBase64 } from '../transfer/base64.ts';
import { chooseTransferEncoding } from '../transfer/choice.ts';
import { writeQuotedPrintable } from '../transfer/quoted-printable.ts';
import { sevenBitFault } from '../transfer/survey.ts';
import { normalizeLineEnds } from './line-ends.ts';

/** A body in its new form. */
export interface RecodedBody {
  readonly body: Uint8Array;
  readonly encoding: TransferEncoding;
}

/** Encodings in which the octets stand as they are. */
const IDENTITIES: readonly string[] = ['7bit', '8bit', 'binary'];

/** Charsets whose line ends are not the octets CR and LF: RFC 2781. */
const WIDE_CHARSET = /^utf-?(?:16|32)/i;

/**
 * Encodes the body of a leaf that is not 7bit data.
 *
 * Text keeps its characters, its line ends become CRLF; other octets stay exactly what they are.
 *
 * @returns Undefined where the body needs no change but that of its line ends to CRLF.
 * @throws {MimewrightError} `message-not-recodable` for an encoding that nobody knows how to undo.
 */
export function recodeLeafBody(body: Uint8Array, entity: Entity): RecodedBody | undefined {
  if (sevenBitFault(body) === undefined) return undefined;
  if (
    (hasTextLines(entity) || isEncoded(entity)) &&
    sevenBitFault(normalizeLineEnds(body)) === undefined
  ) {
    return undefined;
  }
  return encodeLeafBody(entity);
}

/**
 * Encodes the body of a leaf anew, whatever it is.
 *
 * Text keeps its characters, its line ends become CRLF; other octets, and what is in base64, stay
 * exactly what they are.
 *
 * @throws {MimewrightError} `message-not-recodable` for an encoding that nobody knows how to undo.
 */
export function encodeLeafBody(entity: Entity): RecodedBody {
  const { transferEncoding } = entity;
  if (!isEncoded(entity) && !IDENTITIES.includes(transferEncoding)) {
    throw new MimewrightError(
      'message-not-recodable',
      `the attached message has content in the unknown encoding ${quoted(transferEncoding)} that is not 7-bit`,
    );
  }
  if (entity.mediaType.type === 'multipart' || entity.mediaType.type === 'message') {
    throw new MimewrightError(
      'message-not-recodable',
      `the attached message has a ${entity.mediaType.essence} whose content is not 7-bit and not readable`,
    );
  }
  // Text that was a file may hold any octets: whoever wrote it in base64 kept them.
  return encode(entity.octets(), transferEncoding !== 'base64' && hasTextLines(entity));
}

function encode(octets: Uint8Array, isText: boolean): RecodedBody {
  const content = isText ? normalizeLineEnds(octets) : octets;
  const { encoding, bodyOctets, written } = chooseTransferEncoding({ content, isText });
  if (encoding === '7bit') return { body: content, encoding };
  if (written !== undefined) return { body: written, encoding };
  const body = Buffer.alloc(bodyOctets);
  if (encoding === 'base64') writeBase64(content, body, 0);
  else writeQuotedPrintable(content, { isText }, body, 0);
  return { body, encoding };
}

function isEncoded({ transferEncoding }: Entity): boolean {
  return transferEncoding === 'base64' || transferEncoding === 'quoted-printable';
}

/** Whether CR and LF are line ends in it, and nothing else. */
export function hasTextLines({ mediaType }: Entity): boolean {
  if (mediaType.type !== 'text') return false;
  return !WIDE_CHARSET.test(parameterNamed(mediaType.parameters, 'charset')?.value ?? '');
}
