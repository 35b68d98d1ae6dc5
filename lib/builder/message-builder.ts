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
 * references, addHeader. The others are setters: the last call wins.
 *
 * Every method throws a {@link MimewrightError} at the call: `value-missing` for undefined, null, and
 * '' where a value is due; `value-type` for a value of another type; `option-invalid` for a member
 * that does not exist; `text-control` and `ill-formed-text` for text that no field can carry. The
 * message names the field or the member, quotes the value and says what is allowed. The codes under
 * each method come on top.
 *
 * @example
 * const template = compose().from('billing@example.com').subject('Your receipt').text('Thank you!');
 * const ann = template.to('ann@example.com').build();
 * const zoe = template.to({ name: 'Zoë', address: 'zoe@bücher.example' }).build();
 */
export interface MessageBuilder {
  /**
   * Sets the authors, at least one. Several need a `sender()`.
   *
   * @throws `address-syntax`, `domain-syntax`, `address-not-sendable`
   * @see RFC 5322 §3.6.2
   */
  from(...mailboxes: readonly MailboxInput[]): MessageBuilder;
  /** Sets who sent it, where that is not the author. @throws as `from` @see RFC 5322 §3.6.2 */
  sender(mailbox: MailboxInput): MessageBuilder;
  /**
   * Adds primary recipients; a string may hold a list.
   *
   * @throws as `from`
   * @example
   * builder
   *   .to('ann@example.com, Zoë <zoe@bücher.example>')
   *   .to({ name: 'Doe, Ann', address: 'ann@example.org' })
   *   .to({ group: 'Board', members: ['bo@example.com'] });
   * @see RFC 5322 §3.6.3
   */
  to(...addresses: readonly AddressInput[]): MessageBuilder;
  /** Adds recipients of copies. @throws as `from` @see RFC 5322 §3.6.3 */
  cc(...addresses: readonly AddressInput[]): MessageBuilder;
  /** Adds blind recipients: in the envelope, not in the octets. @throws as `from` @see RFC 5322 §3.6.3 */
  bcc(...addresses: readonly AddressInput[]): MessageBuilder;
  /** Sets where answers go, at least one address. @throws as `from` @see RFC 5322 §3.6.2 */
  replyTo(...addresses: readonly AddressInput[]): MessageBuilder;
  /** Sets where bounces go: envelope only. @throws as `from` @see RFC 5321 §4.4 */
  returnPath(mailbox: MailboxInput): MessageBuilder;
  /**
   * Sets the subject: any text on one line, read back exactly.
   *
   * @throws `text-control`, `ill-formed-text`
   * @see RFC 5322 §3.6.5, RFC 2047
   */
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
   * @throws `field-name`; `field-reserved` for a field that has a method of its own; `field-body`,
   *   `address-syntax`, `msg-id-syntax`, `token-syntax`, `uri-syntax` where the grammar forbids the text.
   * @example
   * builder.header('List-Id', 'Böse Überraschungen <news.example.com>').header('X-Team', 'Küche');
   */
  header(name: string, text: string): MessageBuilder;
  /** Adds one more field of a name. @throws as `header`; `field-repeated` for one that occurs once. */
  addHeader(name: string, text: string): MessageBuilder;
  /**
   * Sets a field to a finished body: the caller promises that it is what the field's grammar asks.
   *
   * @throws `field-name`, `field-reserved`; `field-body` for what is not 7-bit, or would be more than
   *   one field.
   */
  dangerousHeader(name: string, body: string): MessageBuilder;
  /**
   * Sets List-Unsubscribe and, for `oneClick`, its Post.
   *
   * @throws `list-unsubscribe`, `uri-syntax`
   * @example
   * builder.listUnsubscribe({ https: 'https://example.com/out?id=7', oneClick: true });
   * @see RFC 2369 §3.2, RFC 8058
   */
  listUnsubscribe(options: ListUnsubscribeOptions): MessageBuilder;
  /** Sets X-Priority and Importance; `normal` takes both out. @throws `option-invalid` */
  priority(level: Priority): MessageBuilder;
  /**
   * Sets X-SES fields, member by member, tags by name.
   *
   * @throws `ses-field`, `arn-syntax`
   * @example
   * builder.ses({ configurationSet: 'news', tags: { kind: 'receipt' } });
   */
  ses(fields: SesFields): MessageBuilder;
  /**
   * Sets the plain text. Line ends become CRLF; '' is a body too.
   *
   * @throws `charset-unknown`, `charset-unencodable`, `ill-formed-text`; `transfer-encoding` for
   *   `7bit` that the content forbids.
   */
  text(content: string, options?: TextOptions): MessageBuilder;
  /** Sets the HTML, after the plain text. @throws as `text` */
  html(content: string, options?: TextOptions): MessageBuilder;
  /** Sets the AMP part, between plain text and HTML. @throws `ill-formed-text` */
  amp(content: string): MessageBuilder;
  /**
   * Sets the invitation, after the HTML.
   *
   * @throws `calendar-method` where the method is not the content's METHOD; `token-syntax`,
   *   `filename-control`
   * @example
   * builder.calendar(ics, { method: 'REQUEST', attachAs: 'invite.ics' });
   * @see RFC 6047 §2.4
   */
  calendar(content: string, options: CalendarOptions): MessageBuilder;
  /**
   * Adds a body of another type, after the plain text. Octets are taken as they are, a string is
   * encoded in the charset that the type names.
   *
   * @throws `content-type-syntax`, `content-id-syntax`, `content-id-repeated`, `filename-control`, and
   *   as `text`
   */
  alternative(
    mediaType: string,
    content: string | Uint8Array,
    options?: PartOptions,
  ): MessageBuilder;
  /**
   * Adds a part that the HTML shows by `cid:`.
   *
   * @throws `content-id-syntax`, `content-id-repeated`, `content-type-syntax`, `filename-control`
   * @example
   * builder.html('<img src="cid:logo">').embed({ cid: 'logo', content: png });
   * @see RFC 2387, RFC 2392
   */
  embed(part: EmbedInput): MessageBuilder;
  /**
   * Adds an attachment, octet for octet. The octets are shared, not copied: after the second
   * `build()`, changes to them no longer show.
   *
   * @throws `filename-control`, `content-type-syntax`, `content-id-syntax`, `content-id-repeated`,
   *   `transfer-encoding`
   * @example
   * builder.attach({ content: pdf, filename: 'facture-été.pdf' });
   * @see RFC 2183, RFC 2231
   */
  attach(part: AttachInput): MessageBuilder;
  /**
   * Adds a whole message as `message/rfc822`, made 7-bit inside at `build()`: what is
   * 8-bit in it is recoded, which breaks a DKIM signature that covers it; a signed part that is not
   * 7-bit, and text in an unknown charset in its header fields, throw. Attach such a message as
   * `application/octet-stream`.
   *
   * @throws `filename-control`, and for a builder what its `build()` throws
   * @see RFC 2046 §5.2.1
   */
  attachMessage(
    message: Uint8Array | RawMessage | MessageBuilder,
    options?: { readonly filename?: string },
  ): MessageBuilder;
  /** Takes fields out again, by name in any case; what is not there is not missed. @throws `field-name` */
  without(...fieldNames: readonly string[]): MessageBuilder;
  /**
   * The finished message: 7-bit, CRLF, lines of at most 998 octets; the same calls, the same octets.
   *
   * @throws `message-incomplete`, naming all that is missing at once: From, Sender if From holds
   *   several mailboxes, a body or an attachment, an HTML body for embedded parts.
   *   `message-not-recodable`, naming the part.
   */
  build(options?: BuildOptions): RawMessage;
  /** `build().octets` as a Buffer. @throws as `build` */
  toBuffer(): Buffer;
  /** Octets of `build().octets`, counted without writing them. @throws as `build` */
  sizeOctets(): number;
}
