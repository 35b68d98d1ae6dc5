/** The frozen message tree that a builder makes and the encoder reads: RFC 2045, RFC 2046. */

import type { Field } from './field.ts';
import type { MediaType } from './media-type.ts';
import type { TransferEncoding } from './transfer-encoding.ts';

/** How a part is to be shown; bodies have none. RFC 2183. */
export interface Disposition {
  readonly type: 'inline' | 'attachment';
  readonly filename?: string;
}

/**
 * A part with content of its own.
 *
 * `isText` says that the octets are text whose line ends are all CRLF and may be encoded as lines;
 * otherwise every octet counts.
 */
export interface Leaf {
  readonly kind: 'leaf';
  readonly mediaType: MediaType;
  readonly content: Uint8Array;
  readonly isText: boolean;
  readonly encoding?: TransferEncoding;
  readonly disposition?: Disposition;
  readonly contentId?: string;
  readonly description?: string;
  /** Also writes `name` as an encoded-word, for readers that never learned RFC 2231. */
  readonly hasLegacyName?: boolean;
}

/** A message as an attachment, octets as the caller gave them. RFC 2046 §5.2.1. */
export interface AttachedMessage {
  readonly kind: 'message';
  readonly octets: Uint8Array;
  readonly disposition: Disposition;
  readonly description?: string;
}

/** Two or more parts in order. `type` is the media type of the root of a `related`, RFC 2387. */
export interface Multipart {
  readonly kind: 'multipart';
  readonly subtype: 'mixed' | 'related' | 'alternative';
  readonly type?: string;
  readonly parts: readonly Part[];
}

export type Part = Leaf | AttachedMessage | Multipart;

/** A whole message: its fields in the order they are written, without the MIME ones. */
export interface Message {
  readonly fields: readonly Field[];
  readonly body: Part;
}

/** Where the message goes and where bounces go: RFC 5321 §2.3.1. Bare addr-specs, A-labels. */
export interface Envelope {
  readonly from?: string;
  readonly to: readonly string[];
}

/** A finished message: octets of its own memory (a Buffer on Node), and its envelope. */
export interface RawMessage {
  readonly octets: Uint8Array<ArrayBuffer>;
  readonly envelope: Envelope;
}
