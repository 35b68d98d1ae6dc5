/** Reading an unfolded field body by the grammar of its kind, whatever it holds. */

import { parseAddressList } from '../header/address-list-parsing.ts';
import { parseDateTime } from '../header/date-time-parsing.ts';
import { parseDisposition } from '../header/disposition-parsing.ts';
import type { EncodedWordContext } from '../header/encoded-word-scan.ts';
import type { FieldDefect } from '../header/field-defect.ts';
import { parseMediaType } from '../header/media-type-parsing.ts';
import { type ParsedMsgId, parseMsgIdList } from '../header/msg-id-parsing.ts';
import type { ParsedMailbox } from '../header/parsed-address.ts';
import type { ParsedParameter } from '../header/parsed-parameter.ts';
import { parseTransferEncoding } from '../header/transfer-encoding-parsing.ts';
import { parseUriList } from '../header/uri-list-parsing.ts';
import { parseVersion } from '../header/version-parsing.ts';
import type { Span } from '../octets/span.ts';
import type { FieldKind } from './field-kind.ts';
import type { FieldValue } from './field-value.ts';

/** A value, its places still characters of the unfolded body, and what was noticed on the way. */
export interface BodyReading {
  readonly value: Partial<FieldValue>;
  readonly defects: readonly FieldDefect[];
  /** What a fold must not cut. */
  readonly solid: readonly Span[];
  /** Stretches in which encoded-words may stand, or may not. */
  readonly stretches: readonly ContextStretch[];
}

/** A stretch of a field body, and where it stands. */
export interface ContextStretch extends Span {
  readonly context: EncodedWordContext;
}

/** @param text An unfolded field body, one character for each octet. */
export function readBody(kind: FieldKind, text: string): BodyReading {
  return grammars[kind](text);
}

const NO_PHRASES = { allowsPhrases: false } as const;

const grammars: Readonly<Record<FieldKind, (text: string) => BodyReading>> = {
  addresses: readAddresses,
  'msg-id': (text) => {
    const { ids, defects } = parseMsgIdList(text, NO_PHRASES);
    return readMsgIds(text, ids, [...defects, ...ids.slice(1).map(({ span }) => surplus(span))]);
  },
  'msg-ids': (text) => {
    const { ids, defects } = parseMsgIdList(text);
    return readMsgIds(text, ids, defects);
  },
  date: (text) => {
    const { dateTime, defects } = parseDateTime(text);
    return plain({ date: dateTime }, defects, all(text, 'field-without'));
  },
  uris: (text) => {
    const { uris, defects } = parseUriList(text);
    const solid = uris.map(({ span }) => span);
    return { value: { uris }, defects, solid, stretches: all(text, 'field-without') };
  },
  'media-type': (text) => {
    const { mediaType, defects } = parseMediaType(text);
    const solid = mediaType.parameters.filter(isWholeBoundary).map(({ span }) => span);
    return { value: { mediaType }, defects, solid, stretches: all(text, 'parameter') };
  },
  disposition: (text) => {
    const { disposition, defects } = parseDisposition(text);
    return plain({ disposition }, defects, all(text, 'parameter'));
  },
  'transfer-encoding': (text) => {
    const { encoding, defects } = parseTransferEncoding(text);
    return plain({ token: encoding }, defects, all(text, 'field-without'));
  },
  version: (text) => {
    const { version, defects } = parseVersion(text);
    return plain({ token: version }, defects, all(text, 'field-without'));
  },
  trace: (text) => {
    const { dateTime, defects } = parseDateTime(text, text.lastIndexOf(';') + 1);
    return plain({ date: dateTime }, defects, all(text, 'field-without'));
  },
  opaque: (text) => plain({}, [], all(text, 'field-without')),
  unstructured: (text) => plain({}, [], all(text, 'text')),
};

function readAddresses(text: string): BodyReading {
  const { addresses, phrases, comments, quotedStrings, defects } = parseAddressList(text);
  const mailboxes = addresses.flatMap<ParsedMailbox>((address) =>
    address.kind === 'group' ? address.members : address,
  );
  const solid = mailboxes.map(({ addressSpan }) => addressSpan);
  const within = (context: EncodedWordContext, spans: readonly Span[]): readonly ContextStretch[] =>
    spans.map(({ start, end }) => ({ start, end, context }));
  const stretches = [
    ...within('phrase', phrases),
    ...within('comment', comments),
    ...within('quoted-string', quotedStrings),
    ...within('addr-spec', solid),
  ];
  return { value: { addresses }, defects, solid, stretches };
}

function readMsgIds(
  text: string,
  ids: readonly ParsedMsgId[],
  defects: readonly FieldDefect[],
): BodyReading {
  const solid = ids.map(({ span }) => span);
  return { value: { msgIds: ids }, defects, solid, stretches: all(text, 'field-without') };
}

function surplus(span: Span): FieldDefect {
  return { code: 'msg-id-syntax', ...span, detail: 'more than one' };
}

/** In segments it may be folded. */
function isWholeBoundary({ name, isExtended, value, span }: ParsedParameter): boolean {
  const isSegmented = span.end - span.start < `${name}=${value}`.length;
  return name === 'boundary' && !isExtended && !isSegmented;
}

function plain(
  value: Partial<FieldValue>,
  defects: readonly FieldDefect[],
  stretches: readonly ContextStretch[],
): BodyReading {
  return { value, defects, solid: [], stretches };
}

function all(text: string, context: EncodedWordContext): readonly ContextStretch[] {
  return [{ start: 0, end: text.length, context }];
}
