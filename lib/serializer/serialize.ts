/** The serializer: an encoded entity in, octets out, sizes first, then one write: RFC 2046 §5.1.1. */

import type { EncodedEntity, EncodedLeaf } from '../model/encoded.ts';
import { CRLF, writeAscii } from '../octets/ascii.ts';
import { writeBase64 } from '../transfer/base64.ts';
import { writeQuotedPrintable } from '../transfer/quoted-printable.ts';

/** Octets of {@link serialize}'s result. */
export function serializedOctets(entity: EncodedEntity): number {
  return entityOctets(entity) + lastLineEnd(entity).length;
}

/** Writes a message into a buffer of its own, allocated once at its exact size. */
export function serialize(entity: EncodedEntity): Buffer<ArrayBuffer> {
  const target = Buffer.allocUnsafeSlow(serializedOctets(entity));
  const end = writeAscii(lastLineEnd(entity), target, writeEntity(entity, target, 0));
  if (end === target.length) return target;
  throw new RangeError(`wrote ${end} octets of ${target.length} counted`);
}

/**
 * The line end behind the message. It belongs to no content, except behind text in lines, whose own
 * last line end it would add to.
 */
function lastLineEnd(entity: EncodedEntity): string {
  return entity.kind === 'multipart' || entity.encoding === 'base64' ? CRLF : '';
}

function entityOctets(entity: EncodedEntity): number {
  const start = entity.header.length + CRLF.length;
  if (entity.kind === 'leaf') return start + entity.bodyOctets;
  const delimiterOctets = `--${entity.boundary}${CRLF}`.length;
  const bodies = entity.parts.reduce(
    (octets, part) => octets + delimiterOctets + entityOctets(part) + CRLF.length,
    0,
  );
  return start + bodies + delimiterOctets;
}

function writeEntity(entity: EncodedEntity, target: Buffer, start: number): number {
  let at = writeAscii(entity.header + CRLF, target, start);
  if (entity.kind === 'leaf') return writeBody(entity, target, at);
  for (const part of entity.parts) {
    at = writeAscii(`--${entity.boundary}${CRLF}`, target, at);
    at = writeAscii(CRLF, target, writeEntity(part, target, at));
  }
  return writeAscii(`--${entity.boundary}--`, target, at);
}

function writeBody(leaf: EncodedLeaf, target: Buffer, at: number): number {
  if (leaf.written !== undefined) return copyOctets(leaf.written, target, at);
  switch (leaf.encoding) {
    case '7bit':
      return copyOctets(leaf.content, target, at);
    case 'base64':
      return writeBase64(leaf.content, target, at);
    case 'quoted-printable':
      return writeQuotedPrintable(leaf.content, leaf, target, at);
    default:
      return leaf.encoding satisfies never;
  }
}

function copyOctets(octets: Uint8Array, target: Buffer, at: number): number {
  target.set(octets, at);
  return at + octets.length;
}
