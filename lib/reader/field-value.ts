/** What a field says by the grammar of its kind: RFC 5322 §3.3 to §3.6, RFC 2045, RFC 2183, RFC 2369. */

import type { ParsedDateTime } from '../header/date-time-parsing.ts';
import type { ParsedDisposition } from '../header/disposition-parsing.ts';
import type { ParsedMediaType } from '../header/media-type-parsing.ts';
import type { ParsedMsgId } from '../header/msg-id-parsing.ts';
import { textOfOctets } from '../header/octet-text.ts';
import type { ParsedAddress, ParsedMailbox } from '../header/parsed-address.ts';
import type { ParsedParameter } from '../header/parsed-parameter.ts';
import type { ParsedUri } from '../header/uri-list-parsing.ts';
import type { Span } from '../octets/span.ts';

/** The values of a field body; those that its kind does not have are empty or absent. */
export interface FieldValue {
  /** Of address fields: mailboxes and groups, in order. */
  readonly addresses: readonly ParsedAddress[];
  /** Of Message-ID, In-Reply-To, References, Content-ID and their like. */
  readonly msgIds: readonly ParsedMsgId[];
  /** Of Date and its like; undefined where it is none. */
  readonly date: ParsedDateTime | undefined;
  /** Of the List fields. */
  readonly uris: readonly ParsedUri[];
  /** Of Content-Type. */
  readonly mediaType: ParsedMediaType | undefined;
  /** Of Content-Disposition. */
  readonly disposition: ParsedDisposition | undefined;
  /** Of Content-Transfer-Encoding, in lower case, and of MIME-Version: without comments. */
  readonly token: string | undefined;
}

/** Turns stretches of an unfolded body into octets of the message. */
export interface Placing {
  spanOf(stretch: Span): Span;
}

const NONE: readonly never[] = [];

/** A whole value of what a grammar gave, with every place turned into octets of the message. */
export function placedValue(value: Partial<FieldValue>, placing: Placing): FieldValue {
  const { addresses, msgIds, date, uris, mediaType, disposition, token } = value;
  return {
    addresses: addresses?.map((address) => placedAddress(address, placing)) ?? NONE,
    msgIds: msgIds?.map((id) => placedMsgId(id, placing)) ?? NONE,
    date: date && placed(date, placing),
    uris: uris?.map((one) => ({ ...placed(one, placing), uri: textOfOctets(one.uri) })) ?? NONE,
    mediaType: mediaType && withPlacedParameters(mediaType, placing),
    disposition: disposition && withPlacedParameters(disposition, placing),
    token,
  };
}

function placed<Value extends { readonly span: Span }>(value: Value, placing: Placing): Value {
  return { ...value, span: placing.spanOf(value.span) };
}

function withPlacedParameters<Value extends { readonly parameters: readonly ParsedParameter[] }>(
  value: Value,
  placing: Placing,
): Value {
  if (value.parameters.length === 0) return value;
  return { ...value, parameters: value.parameters.map((one) => placed(one, placing)) };
}

function placedMsgId(msgId: ParsedMsgId, placing: Placing): ParsedMsgId {
  const { id, left, right, span } = msgId;
  const text = { id: textOfOctets(id), left: textOfOctets(left), right: textOfOctets(right) };
  return { ...text, span: placing.spanOf(span) };
}

function placedAddress(address: ParsedAddress, placing: Placing): ParsedAddress {
  if (address.kind === 'mailbox') return placedMailbox(address, placing);
  const { span, nameSpan, members } = address;
  return {
    ...address,
    span: placing.spanOf(span),
    nameSpan: placing.spanOf(nameSpan),
    members: members.map((member) => placedMailbox(member, placing)),
  };
}

function placedMailbox(mailbox: ParsedMailbox, placing: Placing): ParsedMailbox {
  const { span, nameSpan, addressSpan } = mailbox;
  return {
    ...mailbox,
    span: placing.spanOf(span),
    nameSpan: nameSpan && placing.spanOf(nameSpan),
    addressSpan: placing.spanOf(addressSpan),
  };
}
