/** A message as plain data: what `composeFrom` takes, and JSON can hold. */

import type { SesFields } from '../carrier/x-ses-fields.ts';
import type {
  AddressInput,
  AttachInput,
  CalendarOptions,
  EmbedInput,
  ListUnsubscribeOptions,
  MailboxInput,
  PartOptions,
  Priority,
  TextOptions,
} from './options.ts';

/** One, or a list in order. */
export type OneOrList<T> = T | readonly T[];

/** Octets in JSON: canonical base64 of RFC 4648 §4, with its padding, without blanks. */
export interface OctetsSpec {
  readonly base64: string;
}

/** A string is text, as in the builder's methods. */
export type ContentSpec = string | Uint8Array | OctetsSpec;

/** A field from text; a name that comes again adds a field. A finished body stands as it is. */
export type HeaderSpec =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly dangerousBody: string };

/** A body; a string alone is its content. */
export type BodySpec = string | (TextOptions & { readonly content: string });

export interface CalendarSpec extends CalendarOptions {
  readonly content: string;
}

export interface AlternativeSpec extends PartOptions {
  /** A media type, parameters and all. */
  readonly type: string;
  readonly content: ContentSpec;
}

export interface EmbedSpec extends Omit<EmbedInput, 'content'> {
  readonly content: ContentSpec;
}

export interface AttachmentSpec extends Omit<AttachInput, 'content'> {
  readonly content: ContentSpec;
}

/** A whole message, attached as `message/rfc822`. */
export interface AttachedMessageSpec {
  readonly content: Uint8Array | OctetsSpec;
  readonly filename?: string;
}

/**
 * One member for each method of the builder, called in the order of the members here.
 *
 * `message-spec.schema.json` says the same as a JSON Schema.
 */
export interface MessageSpec {
  readonly from?: OneOrList<MailboxInput>;
  readonly sender?: MailboxInput;
  readonly to?: OneOrList<AddressInput>;
  readonly cc?: OneOrList<AddressInput>;
  readonly bcc?: OneOrList<AddressInput>;
  readonly replyTo?: OneOrList<AddressInput>;
  readonly returnPath?: MailboxInput;
  readonly subject?: string;
  /** In JSON a date-time of RFC 3339 with its zone: `2026-11-23T10:00:00+01:00`. */
  readonly date?: string | Date;
  readonly messageId?: string;
  readonly inReplyTo?: OneOrList<string>;
  readonly references?: OneOrList<string>;
  readonly priority?: Priority;
  readonly listUnsubscribe?: ListUnsubscribeOptions;
  /** In order, in place of what `priority` and `listUnsubscribe` wrote under the same names. */
  readonly headers?: readonly HeaderSpec[];
  readonly ses?: SesFields;
  readonly text?: BodySpec;
  readonly html?: BodySpec;
  readonly amp?: string;
  readonly calendar?: CalendarSpec;
  readonly alternatives?: readonly AlternativeSpec[];
  readonly embed?: readonly EmbedSpec[];
  readonly attachments?: readonly AttachmentSpec[];
  /** Attached behind `attachments`. */
  readonly messages?: readonly AttachedMessageSpec[];
}
