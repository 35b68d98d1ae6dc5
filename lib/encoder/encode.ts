/** The encoder pass: a message in, an encoded entity out, 7-bit on every line: RFC 2045, RFC 2046. */

import { MimewrightError, naming } from '../errors.ts';
import { formatField } from '../header/field-format.ts';
import { foldField, joinFields } from '../header/folding.ts';
import type { EncodedEntity, EncodedLeaf, SevenBitLines } from '../model/encoded.ts';
import type { AttachedMessage, Leaf, Message, Multipart, Part } from '../model/message.ts';
import { isDetached } from '../octets/view.ts';
import { toSevenBit } from '../recode/to-seven-bit.ts';
import { chooseTransferEncoding } from '../transfer/choice.ts';
import { chooseBoundary, findLookAlikes, type LookAlikes } from './boundary.ts';
import { encodedForBuild, keptOctets } from './kept-octets.ts';
import { leafHeader, messageHeader, multipartHeader } from './part-header.ts';

/** A part whose leaves are encoded and whose boundary is not yet chosen. */
type Draft =
  | EncodedLeaf
  | { readonly kind: 'multipart'; readonly part: Multipart; readonly parts: readonly Draft[] };

const VERSION_FIELD = foldField('MIME-Version', [' 1.0']);

/** What the encoding is for. */
export interface EncodeOptions {
  /** The octets will be written: parts that were built before keep theirs. */
  readonly isBuild: boolean;
}

/**
 * Encodes a message: transfer encodings chosen, fields folded, boundaries proven absent.
 *
 * Nothing of a body is written; its size is known all the same.
 *
 * @throws {MimewrightError} `transfer-encoding` or `message-not-recodable`, with the path of the part.
 */
export function encodeMessage(
  message: Message,
  options: EncodeOptions = { isBuild: false },
): EncodedEntity {
  const fields = joinFields([...message.fields.map(formatField), VERSION_FIELD]);
  const leaves: EncodedLeaf[] = [];
  const draft = encodePart(message.body, '', options, leaves);
  if (draft.kind === 'leaf') return withFields(fields, draft);
  let fingerprint: string = fields;
  for (const { header, bodyOctets } of leaves) fingerprint += `${header}${bodyOctets}\n`;
  return withFields(fields, withBoundaries(draft, '', fingerprint, findLookAlikes(leaves)));
}

function withFields(fields: SevenBitLines, entity: EncodedEntity): EncodedEntity {
  return { ...entity, header: joinFields([fields, entity.header]) };
}

/** @param leaves Grows by the leaves in order. */
function encodePart(
  part: Part,
  path: string,
  options: EncodeOptions,
  leaves: EncodedLeaf[],
): Draft {
  if (part.kind === 'multipart') {
    const parts = part.parts.map((child, at) =>
      encodePart(child, childPath(path, at), options, leaves),
    );
    return { kind: 'multipart', part, parts };
  }
  const leaf = naming(
    () => `part ${path || '1'}`,
    () => {
      if (options.isBuild) return encodedForBuild(part, () => encodeAny(part));
      return keptOctets(part) ?? encodeAny(part);
    },
  );
  leaves.push(leaf);
  return leaf;
}

function encodeAny(part: Leaf | AttachedMessage): EncodedLeaf {
  if (isDetached(part.kind === 'leaf' ? part.content : part.octets)) throw givenAway();
  return part.kind === 'leaf' ? encodeLeaf(part) : encodeAttachedMessage(part);
}

function givenAway(): MimewrightError {
  return new MimewrightError('value-type', 'its content is in a buffer that was given away since');
}

function encodeLeaf(leaf: Leaf): EncodedLeaf {
  const { content, isText } = leaf;
  const { encoding, bodyOctets, written } = chooseTransferEncoding(leaf);
  const header = leafHeader(leaf, encoding);
  return written === undefined
    ? { kind: 'leaf', header, content, encoding, isText, bodyOctets }
    : { kind: 'leaf', header, content, encoding, isText, bodyOctets, written };
}

function encodeAttachedMessage(part: AttachedMessage): EncodedLeaf {
  const content = toSevenBit(part.octets);
  return {
    kind: 'leaf',
    header: messageHeader(part),
    content,
    encoding: '7bit',
    isText: true,
    bodyOctets: content.length,
  };
}

function withBoundaries(
  draft: Draft,
  path: string,
  fingerprint: string,
  lookAlikes: LookAlikes,
): EncodedEntity {
  if (draft.kind === 'leaf') return draft;
  const boundary = chooseBoundary(path, fingerprint, lookAlikes);
  return {
    kind: 'multipart',
    header: multipartHeader(draft.part, boundary),
    boundary,
    parts: draft.parts.map((part, at) =>
      withBoundaries(part, childPath(path, at), fingerprint, lookAlikes),
    ),
  };
}

function childPath(path: string, at: number): string {
  return path === '' ? `${at + 1}` : `${path}.${at + 1}`;
}
