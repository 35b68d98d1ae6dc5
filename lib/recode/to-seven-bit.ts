/** Any message made 7-bit inside, so that it can be attached: RFC 2045 §6.4, RFC 2046 §5.2.1. */

import { MimewrightError, naming } from '../errors.ts';
import type { TransferEncoding } from '../model/transfer-encoding.ts';
import { CRLF } from '../octets/ascii.ts';
import { asBuffer } from '../octets/view.ts';
import type { Entity } from '../reader/entity.ts';
import { read } from '../reader/read.ts';
import { sevenBitFault } from '../transfer/survey.ts';
import { recodeField } from './field.ts';
import { type RecodedBody, recodeLeafBody } from './leaf-body.ts';
import { normalizeLineEnds } from './line-ends.ts';

/** A stretch of the message and what takes its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: Uint8Array;
}

/**
 * The same message in 7-bit, with CRLF line ends and lines of at most 998 octets.
 *
 * Leaves that are not 7bit data become quoted-printable or base64, raw octets outside ASCII in
 * fields become encoded-words or RFC 2231, long fields are folded, the labels `8bit` and `binary`
 * give way to `7bit`. Whatever is 7-bit already stays octet for octet; a message that is so
 * throughout comes back itself.
 *
 * A DKIM signature of the message may break by this; a signed part is never touched.
 *
 * @throws {MimewrightError} `message-not-recodable`, naming the part and what stands in the way.
 */
export function toSevenBit(octets: Uint8Array): Uint8Array {
  const message = asBuffer(octets);
  const edits = editsOf(message, read(message));
  if (edits.length === 0 && sevenBitFault(message) === undefined) return octets;
  const recoded = Buffer.concat(piecesOf(message, edits));
  const fault = sevenBitFault(recoded);
  if (fault === undefined) return recoded;
  throw new MimewrightError('message-not-recodable', `the attached message still holds ${fault}`);
}

/** Edits of an entity and of what is in it, in the order of the octets. */
function editsOf(message: Buffer, entity: Entity): Edit[] {
  for (const [name, span] of [
    ['preamble', entity.preamble],
    ['epilogue', entity.epilogue],
  ] as const) {
    if (span !== undefined) checkUnseen(message.subarray(span.start, span.end), name, entity);
  }
  const body = isComposite(entity) ? undefined : recodedBody(message, entity);
  const inner = entity.parts.flatMap((part) => editsOf(message, part));
  if (entity.mediaType.essence === 'multipart/signed' && inner.length > 0) {
    throw new MimewrightError(
      'message-not-recodable',
      `part ${entity.path || '1'} of the attached message is signed, and 7-bit would break the signature`,
    );
  }
  const edits = [...fieldEdits(message, entity, body?.encoding ?? sevenBitLabel(entity))];
  if (body !== undefined) inner.push({ ...entity.body, replacement: body.body });
  if (inner.length > 0) edits.push(...headerEndEdits(entity, body?.encoding));
  return [...edits, ...inner];
}

/** What stands beside the parts has no label: there is no way to encode it. */
function checkUnseen(text: Uint8Array, name: string, { path }: Entity): void {
  const fault = sevenBitFault(normalizeLineEnds(text));
  if (fault === undefined) return;
  throw new MimewrightError(
    'message-not-recodable',
    `the ${name} of ${path === '' ? 'the attached message' : `its part ${path}`} holds ${fault}`,
  );
}

function* fieldEdits(
  message: Buffer,
  entity: Entity,
  label: TransferEncoding | undefined,
): Generator<Edit, void, undefined> {
  for (const field of entity.fields) {
    const { start, end } = field.span;
    const isLabel = field === entity.transferEncodingField;
    const replacement =
      isLabel && label !== undefined
        ? encodingField(label)
        : naming(`part ${entity.path || '1'}`, () =>
            recodeField(message.subarray(start, end), field),
          );
    if (replacement !== undefined) yield { start, end, replacement };
  }
}

/** What a changed body needs before it: its label, and the empty line, where there is none. */
function* headerEndEdits(
  { headerSection: { end }, body: { start }, transferEncodingField }: Entity,
  label: TransferEncoding | undefined,
): Generator<Edit, void, undefined> {
  if (label !== undefined && transferEncodingField === undefined) {
    yield { start: end, end, replacement: encodingField(label) };
  }
  if (start === end) yield { start: end, end, replacement: Buffer.from(CRLF) };
}

function isComposite({ mediaType, parts }: Entity): boolean {
  return mediaType.type === 'multipart' || parts.length > 0;
}

function recodedBody(message: Buffer, entity: Entity): RecodedBody | undefined {
  const { start, end } = entity.body;
  return naming(`part ${entity.path || '1'}`, () =>
    recodeLeafBody(message.subarray(start, end), entity),
  );
}

/** `7bit` where content that needs no other encoding, or only holds parts, is labelled otherwise. */
function sevenBitLabel(entity: Entity): TransferEncoding | undefined {
  return ['8bit', 'binary'].includes(entity.transferEncoding) ? '7bit' : undefined;
}

function encodingField(encoding: TransferEncoding): Uint8Array {
  return Buffer.from(`Content-Transfer-Encoding: ${encoding}\r\n`);
}

/** The edits' replacements and, between them, the message with its line ends made CRLF. */
function piecesOf(message: Buffer, edits: readonly Edit[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, replacement } of edits) {
    pieces.push(normalizeLineEnds(message.subarray(at, start)), replacement);
    at = end;
  }
  pieces.push(normalizeLineEnds(message.subarray(at)));
  return pieces;
}
