/** Content and options as callers pass them, made into frozen leaves. */

import {
  choiceArgument,
  isOctets,
  octetsArgument,
  stringArgument,
  textArgument,
} from '../arguments.ts';
import { MimewrightError, naming, quoted } from '../errors.ts';
import { checkFieldText } from '../header/field-text.ts';
import { checkContentId } from '../header/msg-id.ts';
import type { MediaType } from '../model/media-type.ts';
import type { Disposition, Leaf } from '../model/message.ts';
import { transferEncodings } from '../model/transfer-encoding.ts';
import { asBuffer } from '../octets/view.ts';
import { canonicalCharset, encodeLines, encodeText } from '../transfer/charset.ts';
import { chooseTransferEncoding } from '../transfer/choice.ts';
import { hasLoneCrOrLf } from '../transfer/survey.ts';
import { mediaTypeFrom, parameterOf, withoutName, withParameter } from './media-type.ts';
import { mediaTypeByContent, mediaTypeByName } from './media-type-guess.ts';

const DEFAULT_CHARSET = 'utf-8';

/** Media types of UTF-8 bodies by what was given: few, so each is parsed once and shared. */
const UTF8_TYPES: ReadonlyMap<unknown, MediaType> = new Map(
  ['text/plain', 'text/html', 'text/x-amp-html'].map((type) => [type, utf8Type(type)]),
);

function utf8Type(type: string): MediaType {
  return withParameter(mediaTypeFrom(type, 'type'), { name: 'charset', value: DEFAULT_CHARSET });
}

/** What a leaf is made of; members are `unknown` where a caller's value is yet to be checked. */
export interface LeafInput {
  /** Names the method in errors: `attach`. */
  readonly what: string;
  readonly content: unknown;
  readonly type: unknown;
  readonly encoding?: unknown;
  readonly cid?: unknown;
  readonly description?: unknown;
  readonly filename?: unknown;
  readonly disposition?: Disposition['type'] | undefined;
  readonly hasLegacyName?: boolean;
}

/** A body: text with its line ends made CRLF, in the charset given or the one that the type names. */
export function textLeaf({ what, content, type, ...options }: LeafInput, charset?: unknown): Leaf {
  const text = stringArgument(what, content);
  const shared = charset === undefined ? UTF8_TYPES.get(type) : undefined;
  if (shared !== undefined) return utf8Leaf(what, text, shared, options);
  const mediaType = mediaTypeFrom(type, `${what}.type`);
  const named = charset ?? parameterOf(mediaType, 'charset') ?? DEFAULT_CHARSET;
  const label = textArgument(`${what}.charset`, named);
  return leaf(what, {
    mediaType: withParameter(mediaType, { name: 'charset', value: charsetName(label, what) }),
    content: naming(what, () => asBuffer(encodeLines(text, label))),
    isText: true,
    options,
  });
}

function utf8Leaf(what: string, text: string, mediaType: MediaType, options: LeafOptions): Leaf {
  const content = naming(what, () => encodeLines(text, DEFAULT_CHARSET));
  return leaf(what, { mediaType, content, isText: true, options });
}

/** A part of any type: octets as they are; a string in the charset of its type. */
export function fileLeaf({ what, content, type, filename, ...options }: LeafInput): Leaf {
  const known = fileMediaType({ what, content, type, filename });
  const named = parameterOf(known, 'charset');
  const isText = known.type === 'text';
  const isUnlabelled = isText && named === undefined && typeof content === 'string';
  const mediaType = isUnlabelled
    ? withParameter(known, { name: 'charset', value: DEFAULT_CHARSET })
    : known;
  const octets =
    typeof content === 'string'
      ? encoded(content, named ?? DEFAULT_CHARSET, what)
      : ownOctets(octetsArgument(`${what}.content`, content));
  return leaf(what, {
    mediaType,
    content: octets,
    isText: isText && !hasLoneCrOrLf(octets),
    options: { ...options, filename },
  });
}

/** The type that was given, else known by name, else by first octets, else the general one. */
export function fileMediaType({
  what,
  content,
  type,
  filename,
}: Pick<LeafInput, 'what' | 'content' | 'type' | 'filename'>): MediaType {
  if (type !== undefined) return mediaTypeFrom(type, `${what}.type`);
  const byName = typeof filename === 'string' ? mediaTypeByName(filename) : undefined;
  const byContent = isOctets(content)
    ? mediaTypeByContent(octetsArgument(`${what}.content`, content))
    : undefined;
  const general = typeof content === 'string' ? 'text/plain' : 'application/octet-stream';
  return mediaTypeFrom(byName ?? byContent ?? general, `${what}.type`);
}

type LeafOptions = Omit<LeafInput, 'what' | 'content' | 'type'>;

function leaf(
  what: string,
  {
    mediaType,
    content,
    isText,
    options,
  }: {
    readonly mediaType: MediaType;
    readonly content: Uint8Array;
    readonly isText: boolean;
    readonly options: LeafOptions;
  },
): Leaf {
  const { encoding, cid, description } = options;
  const dispositionPart = dispositionMember(what, mediaType, options);
  const filename = dispositionPart.disposition?.filename;
  const made: Leaf = {
    kind: 'leaf',
    mediaType: filename === undefined ? mediaType : withoutName(mediaType, filename, what),
    content,
    isText,
    ...(encoding !== undefined && {
      encoding: choiceArgument(`${what}.encoding`, encoding, transferEncodings),
    }),
    ...(cid !== undefined && { contentId: checkContentId(textArgument(`${what}.cid`, cid)) }),
    ...(description !== undefined && { description: descriptionFrom(description, what) }),
    ...dispositionPart,
    ...(options.hasLegacyName && { hasLegacyName: true }),
  };
  // What the content forbids is said here, on the caller's own line.
  if (made.encoding === '7bit') naming(what, () => chooseTransferEncoding(made));
  return Object.freeze(made);
}

/** Bodies have none; but what nobody can read as a body has one, for filters hold its absence against it. */
function dispositionMember(
  what: string,
  mediaType: MediaType,
  { disposition, filename }: LeafOptions,
): { readonly disposition?: Disposition } {
  const isOpaque = mediaType.type === 'application' && mediaType.subtype === 'octet-stream';
  if (disposition === undefined && filename === undefined && !isOpaque) return {};
  const type = disposition ?? 'inline';
  if (filename === undefined) return { disposition: { type } };
  return { disposition: { type, filename: filenameFrom(filename, what) } };
}

export function filenameFrom(filename: unknown, what: string): string {
  const name = textArgument(`${what}.filename`, filename);
  return checkFieldText(name, `${what}.filename`, 'filename-control');
}

export function descriptionFrom(description: unknown, what: string): string {
  const text = textArgument(`${what}.description`, description);
  return checkFieldText(text, `${what}.description`);
}

/** ES2024; the types of the language level do not know it yet. */
function isResizable(buffer: ArrayBuffer): boolean {
  return 'resizable' in buffer && buffer.resizable === true;
}

/**
 * The caller's octets; a copy of those that another thread could change while we write, or that
 * could vanish.
 */
export function ownOctets(octets: Uint8Array): Uint8Array {
  return octets.buffer instanceof ArrayBuffer && !isResizable(octets.buffer)
    ? octets
    : Buffer.from(octets);
}

function encoded(text: string, charset: string, what: string): Uint8Array {
  return naming(what, () => asBuffer(encodeText(text, charset)));
}

function charsetName(label: string, what: string): string {
  const name = canonicalCharset(label);
  if (name !== undefined) return name;
  throw new MimewrightError('charset-unknown', `${what}.charset is not known: ${quoted(label)}`);
}
