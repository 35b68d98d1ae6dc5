/** Parts beside the text: alternatives, embedded parts, attachments, attached messages: RFC 2183. */

import {
  booleanArgument,
  choiceArgument,
  isOctets,
  missing,
  octetsArgument,
  textArgument,
  wrongType,
} from '../arguments.ts';
import { MimewrightError, quoted } from '../errors.ts';
import type { AttachedMessage, Leaf } from '../model/message.ts';
import {
  descriptionFrom,
  fileLeaf,
  fileMediaType,
  filenameFrom,
  ownOctets,
  textLeaf,
} from './leaf.ts';
import { mediaTypeFrom } from './media-type.ts';
import { membersOf } from './members.ts';

/** A body of a type of the caller's. A string is text, whose line ends become CRLF. */
export function alternativeLeaf(type: unknown, content: unknown, options: unknown): Leaf {
  const what = 'alternative';
  const o = membersOf(what, options, ['filename', 'cid', 'description', 'encoding']);
  const given = { what, content, type, ...Object.fromEntries(o) };
  const mediaType = mediaTypeFrom(type, `${what}.type`);
  if (mediaType.type === 'message') throw notAFile(what, type);
  return typeof content === 'string' && mediaType.type === 'text'
    ? textLeaf(given)
    : fileLeaf(given);
}

/** A part that the HTML shows. */
export function embeddedLeaf(part: unknown): Leaf {
  const what = 'embed';
  const o = membersOf(what, part, ['cid', 'content', 'type', 'filename']);
  const cid = textArgument(`${what}.cid`, o.get('cid'));
  return fileLeaf({
    what,
    content: content(what, o.get('content')),
    type: o.get('type'),
    filename: o.get('filename'),
    cid,
    disposition: 'inline',
  });
}

const ATTACH_MEMBERS = [
  'content',
  'filename',
  'type',
  'description',
  'cid',
  'disposition',
  'encoding',
  'legacyNames',
] as const;

/** A file; one of the type `message/rfc822` is an attached message. */
export function attachmentPart(part: unknown): Leaf | AttachedMessage {
  const what = 'attach';
  const o = membersOf(what, part, ATTACH_MEMBERS);
  const given = {
    what,
    content: content(what, o.get('content')),
    type: o.get('type'),
    filename: o.get('filename'),
    description: o.get('description'),
    cid: o.get('cid'),
    encoding: o.get('encoding'),
  };
  const disposition = choiceArgument(`${what}.disposition`, o.get('disposition') ?? 'attachment', [
    'attachment',
    'inline',
  ]);
  const hasLegacyName =
    o.has('legacyNames') && booleanArgument(`${what}.legacyNames`, o.get('legacyNames'));
  const mediaType = fileMediaType(given);
  if (mediaType.type !== 'message') return fileLeaf({ ...given, disposition, hasLegacyName });
  const octets = given.content;
  if (mediaType.subtype !== 'rfc822' || typeof octets === 'string') {
    throw notAFile(what, `${mediaType.type}/${mediaType.subtype}`);
  }
  const refused = ['cid', 'encoding', 'legacyNames'].find((member) => o.has(member));
  if (refused === undefined) return messagePart(octets, { disposition, ...given });
  throw new MimewrightError('option-invalid', `${what}.${refused}: a message/rfc822 part has none`);
}

/** A message that is attached whole. */
export function attachedMessage(message: unknown, options: unknown): AttachedMessage {
  const what = 'attachMessage';
  const o = membersOf(what, options, ['filename']);
  const octets = isOctets(message) ? octetsArgument('attachMessage', message) : rawOctets(message);
  return messagePart(octets, { what, disposition: 'attachment', filename: o.get('filename') });
}

function messagePart(
  octets: Uint8Array,
  {
    what,
    disposition,
    filename,
    description,
  }: {
    readonly what: string;
    readonly disposition: 'attachment' | 'inline';
    readonly filename: unknown;
    readonly description?: unknown;
  },
): AttachedMessage {
  return Object.freeze({
    kind: 'message',
    octets: ownOctets(octets),
    disposition:
      filename === undefined
        ? { type: disposition }
        : { type: disposition, filename: filenameFrom(filename, what) },
    ...(description !== undefined && { description: descriptionFrom(description, what) }),
  });
}

function rawOctets(message: unknown): Uint8Array {
  if (message === undefined || message === null) throw missing('attachMessage', message);
  if (typeof message === 'object' && 'octets' in message) {
    return octetsArgument('attachMessage.octets', message.octets);
  }
  throw wrongType('attachMessage', message, 'a Uint8Array, a RawMessage or a builder');
}

function content(what: string, value: unknown): string | Uint8Array {
  return typeof value === 'string' ? value : octetsArgument(`${what}.content`, value);
}

/** Parts of these types have structure, and transfer encodings of their own: RFC 2046 §5.2. */
function notAFile(what: string, type: unknown): MimewrightError {
  return new MimewrightError(
    'content-type-syntax',
    `${what}.type: not a type for content: ${quoted(type)}: pass a message as octets to attachMessage()`,
  );
}
