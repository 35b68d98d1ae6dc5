/** Encoded octets of parts that are built again and again: a template's attachments. */

import type { EncodedLeaf } from '../model/encoded.ts';
import type { AttachedMessage, Leaf } from '../model/message.ts';
import { writeBase64 } from '../transfer/base64.ts';
import { writeQuotedPrintable } from '../transfer/quoted-printable.ts';

/** Frozen parts that were built; most are built once, and shall cost no memory beside. */
const builtOnce: WeakSet<Leaf | AttachedMessage> = new WeakSet();

/** Each lives as long as its part. */
const kept: WeakMap<Leaf | AttachedMessage, EncodedLeaf> = new WeakMap();

/**
 * Encodes a part for a build, or takes what its second build left.
 *
 * What is kept are octets of our own, never a verdict about the caller's: a buffer that changes
 * between two builds is surveyed anew, or no longer looked at.
 */
export function encodedForBuild(
  part: Leaf | AttachedMessage,
  encode: () => EncodedLeaf,
): EncodedLeaf {
  const known = keptOctets(part);
  if (known !== undefined) return known;
  const encoded = encode();
  if (!builtOnce.has(part)) {
    builtOnce.add(part);
    return encoded;
  }
  const written = withOctets(encoded);
  kept.set(part, written);
  return written;
}

/** What the builds of a part left, if it was built twice. */
export function keptOctets(part: Leaf | AttachedMessage): EncodedLeaf | undefined {
  return kept.get(part);
}

function withOctets(leaf: EncodedLeaf): EncodedLeaf {
  const { content, encoding, bodyOctets } = leaf;
  if (leaf.written !== undefined) return { ...leaf, written: Uint8Array.from(leaf.written) };
  if (encoding === '7bit') return { ...leaf, content: Uint8Array.from(content) };
  const written = Buffer.allocUnsafeSlow(bodyOctets);
  if (encoding === 'base64') writeBase64(content, written, 0);
  else writeQuotedPrintable(content, leaf, written, 0);
  return { ...leaf, written };
}
