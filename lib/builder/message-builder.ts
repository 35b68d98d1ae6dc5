/** The builder's methods: RFC 5322, RFC 2045, and the fields of Amazon SES. */

import type { SesFields } from '../carrier/x-ses-fields.ts';
import type { RawMessage } from '../model/message.ts';
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

/** What `build()` may be asked for. */
export interface BuildOptions {
  /** Writes Bcc into the octets, where every recipient can read it. */
  readonly keepBcc?: boolean;
}

/**
 * A message being written. Each method returns a new builder; this one never changes.
 *
 * Adders keep what was there: to, cc, bcc, attach, attachMessage, embed, alternative, inReplyTo,
 * references, addHeader. The others are setters: the last call wins. Every method throws a
 * {@link MimewrightError} for undefined, null, '' where a value is due, and text that mail cannot
 * carry; the message names the field and quotes the value.
 */
export interface MessageBuilder {
  /** Sets the authors. Several need a `sender()`. @throws `address-syntax` @see RFC 5322 §3.6.2 */
  from(...mailboxes: readonly MailboxInput[]): MessageBuilder;
  /** Sets who sent it, where that is not the author. @see RFC 5322 §3.6.2 */
  sender(mailbox: MailboxInput): MessageBuilder;
  /** Adds primary recipients. @throws `address-syntax` @see RFC 5322 §3.6.3 */
  to(...addresses: readonly AddressInput[]): MessageBuilder;
  /** Adds recipients of copies. @throws `address-syntax` @see RFC 5322 §3.6.3 */
  cc(...addresses: readonly AddressInput[]): MessageBuilder;
  /** Adds blind recipients: in the envelope, not in the octets. @see RFC 5322 §3.6.3 */
  bcc(...addresses: readonly AddressInput[]): MessageBuilder;
  /** Sets where answers go. @see RFC 5322 §3.6.2 */
  replyTo(...addresses: readonly AddressInput[]): MessageBuilder;
  /** Sets where bounces go: envelope only. @see RFC 5321 §4.4 */
  returnPath(mailbox: MailboxInput): MessageBuilder;
  /** Sets the subject: any text on one line, read back exactly. @see RFC 5322 §3.6.5, RFC 2047 */
  subject(text: string): MessageBuilder;
  /** Sets the date, written with +0000. SES writes its own over it. @throws `date-invalid` */
  date(when: Date): MessageBuilder;
  /** Sets `left@right`, with or without angles. SES writes its own over it. @throws `msg-id-syntax` */
  messageId(id: string): MessageBuilder;
  /** Adds the messages that this one answers. @throws `msg-id-syntax` @see RFC 5322 §3.6.4 */
  inReplyTo(...ids: readonly string[]): MessageBuilder;
  /** Adds the messages of the thread, oldest first. @throws `msg-id-syntax` @see RFC 5322 §3.6.4 */
  references(...ids: readonly string[]): MessageBuilder;
  /**
   * Sets a field from text, encoded as its grammar asks, in place of all of that name.
   *
   * @throws `field-name`; `field-reserved` for a field that has a method of its own.
   */
  header(name: string, text: string): MessageBuilder;
  /** Adds one more field of a name. @throws also `field-repeated` for a field that occurs once. */
  addHeader(name: string, text: string): MessageBuilder;
  /**
   * Sets a field to a finished body: the caller promises that it is what the field's grammar asks.
   *
   * @throws `field-body` for what is not 7-bit, or would be more than one field.
   */
  dangerousHeader(name: string, body: string): MessageBuilder;
  /** Sets List-Unsubscribe and, for `oneClick`, its Post. @throws `list-unsubscribe` @see RFC 8058 */
  listUnsubscribe(options: ListUnsubscribeOptions): MessageBuilder;
  /** Sets X-Priority and Importance; `normal` takes both out. */
  priority(level: Priority): MessageBuilder;
  /** Sets X-SES fields, member by member, tags by name. @throws `ses-field`, `arn-syntax` */
  ses(fields: SesFields): MessageBuilder;
  /** Sets the plain text. Line ends become CRLF. @throws `charset-unencodable`, `transfer-encoding` */
  text(content: string, options?: TextOptions): MessageBuilder;
  /** Sets the HTML, after the plain text. */
  html(content: string, options?: TextOptions): MessageBuilder;
  /** Sets the AMP part, between plain text and HTML. */
  amp(content: string): MessageBuilder;
  /** Sets the invitation, after the HTML. @throws `calendar-method` @see RFC 6047 §2.4 */
  calendar(content: string, options: CalendarOptions): MessageBuilder;
  /**
   * Adds a body of another type, after the plain text. Octets are taken as they are, a string is
   * encoded in the charset that the type names.
   */
  alternative(
    mediaType: string,
    content: string | Uint8Array,
    options?: PartOptions,
  ): MessageBuilder;
  /** Adds a part that the HTML shows by `cid:`. @throws `content-id-syntax`, `content-id-repeated` */
  embed(part: EmbedInput): MessageBuilder;
  /**
   * Adds an attachment, octet for octet. The octets are shared, not copied: after the second
   * `build()`, changes to them may or may not show.
   *
   * @throws `filename-control`, `content-type-syntax`, `transfer-encoding`
   */
  attach(part: AttachInput): MessageBuilder;
  /** Adds a whole message as `message/rfc822`, made 7-bit inside at `build()`. @see RFC 2046 §5.2.1 */
  attachMessage(
    message: Uint8Array | RawMessage | MessageBuilder,
    options?: { readonly filename?: string },
  ): MessageBuilder;
  /** Takes fields out again, by name in any case. @throws `field-name` */
  without(...fieldNames: readonly string[]): MessageBuilder;
  /**
   * The finished message: 7-bit, CRLF, lines of at most 998 octets; the same calls, the same octets.
   *
   * @throws `message-incomplete`, naming all that is missing at once: From, Sender if From holds
   * several mailboxes, a body or an attachment. `message-not-recodable`, naming the part.
   */
  build(options?: BuildOptions): RawMessage;
  /** `build().octets` as a Buffer. */
  toBuffer(): Buffer;
  /** Octets of `build().octets`, counted without writing them. */
  sizeOctets(): number;
}
