/** What the methods of a builder take. */

import type { TransferEncoding } from '../model/transfer-encoding.ts';

/** `'Zoë <zoe@bücher.example>'`, `'zoe@bücher.example'`, or the two apart, where a name may be any text. */
export type MailboxInput = string | { readonly name?: string; readonly address: string };

/** A mailbox or a group; a string may hold a list of both, separated by commas. */
export type AddressInput =
  | MailboxInput
  | { readonly group: string; readonly members: readonly MailboxInput[] };

export interface TextOptions {
  /** A MIME charset; `utf-8` if left out. A character that it lacks is an error. */
  readonly charset?: string;
  /** Chosen by content if left out. */
  readonly encoding?: TransferEncoding;
}

export interface PartOptions {
  readonly filename?: string;
  /** Content id without angles: `logo` or `logo@host`. */
  readonly cid?: string;
  readonly description?: string;
  readonly encoding?: TransferEncoding;
}

export interface CalendarOptions {
  /** As in the content's METHOD: `REQUEST`, `CANCEL`, … */
  readonly method: string;
  /** File name of an attachment with the same octets, for readers that look for one. */
  readonly attachAs?: string;
}

export interface EmbedInput {
  /** What the HTML refers to as `cid:…`: `logo` or `logo@host`, without angles. */
  readonly cid: string;
  readonly content: string | Uint8Array;
  /** Known by file name or first octets if left out. */
  readonly type?: string;
  readonly filename?: string;
}

export interface AttachInput {
  /** Carried octet for octet; a string as UTF-8, or in the charset that `type` names. */
  readonly content: string | Uint8Array;
  readonly filename?: string;
  /** A media type, parameters and all; known by file name or first octets if left out. */
  readonly type?: string;
  readonly description?: string;
  readonly cid?: string;
  /** `attachment` if left out. */
  readonly disposition?: 'attachment' | 'inline';
  readonly encoding?: TransferEncoding;
  /**
   * Writes `name` as an encoded-word, for very old readers. The price: RFC 2047 forbids it there,
   * and filters that know the rule hold it against the sender.
   */
  readonly legacyNames?: boolean;
}

export interface ListUnsubscribeOptions {
  /** An `https:` URI; needed for `oneClick`. */
  readonly https?: string;
  /** A `mailto:` URI, or an address. */
  readonly mailto?: string;
  /** Also writes `List-Unsubscribe-Post`: RFC 8058. */
  readonly oneClick?: boolean;
}

export const priorities = ['high', 'normal', 'low'] as const;
export type Priority = (typeof priorities)[number];
