/** The encoder pass: a message in, an encoded entity out, 7-bit on every line: RFC 2045, RFC 2046. */

import { MimewrightError, naming } from '../errors.ts';
import { formatField } from '../header/field-format.ts';
import { foldField, joinFields } from '../header/folding.ts';
import type { EncodedEntity, EncodedLeaf } from '../model/encoded.ts';
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
  const fields = joinFields([
    ...message.fields.map(formatField),
    foldField('MIME-Version', [' 1.0']),
  ]);
  const draft = encodePart(message.body, '', options);
  const leaves = [...leavesOf(draft)];
  const fingerprint = leaves.reduce(
    (text, leaf) => `${text}${leaf.header}${leaf.bodyOctets}\n`,
    fields as string,
  );
  const entity = withBoundaries(draft, '', fingerprint, findLookAlikes(leaves));
  return { ...entity, header: joinFields([fields, entity.header]) };
}

function encodePart(part: Part, path: string, options: EncodeOptions): Draft {
  if (part.kind === 'multipart') {
    const parts = part.parts.map((child, at) => encodePart(child, childPath(path, at), options));
    return { kind: 'multipart', part, parts };
  }
  const encode = (): EncodedLeaf => {
    if (isDetached(part.kind === 'leaf' ? part.content : part.octets)) throw givenAway();
    return part.kind === 'leaf' ? encodeLeaf(part) : encodeAttachedMessage(part);
  };
  return naming(`part ${path || '1'}`, () => {
    return options.isBuild ? encodedForBuild(part, encode) : (keptOctets(part) ?? encode());
  });
}

function givenAway(): MimewrightError {
  return new MimewrightError('value-type', 'its content is in a buffer that was given away since');
}

function encodeLeaf(leaf: Leaf): EncodedLeaf {
  const { content, isText } = leaf;
  const { encoding, bodyOctets, written } = chooseTransferEncoding(leaf);
  const header = leafHeader(leaf, encoding);
  const encoded = { kind: 'leaf', header, content, encoding, isText, bodyOctets } as const;
  return written === undefined ? encoded : { ...encoded, written };
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

function* leavesOf(draft: Draft): Generator<EncodedLeaf, void, undefined> {
  if (draft.kind === 'leaf') yield draft;
  else for (const part of draft.parts) yield* leavesOf(part);
}

function childPath(path: string, at: number): string {
  return path === '' ? `${at + 1}` : `${path}.${at + 1}`;
}
