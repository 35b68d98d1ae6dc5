/** A sender under test, and the neutral message that any sender can write: RFC 5322, RFC 2045. */

/** What a sender gives at once or later. */
export type Eventually<T> = T | Promise<T>;

/** What a sender wrote: octets, or a string that stands for its UTF-8 octets. */
export type Written = string | Uint8Array;

export interface SampleMailbox {
  readonly name?: string;
  /** As it stands on the wire: ASCII, quoted where the local part needs it. */
  readonly address: string;
}

export interface SampleAttachment {
  readonly filename: string;
  /** A media type without parameters. */
  readonly type: string;
  /** To be carried octet for octet. */
  readonly content: Uint8Array;
}

/** A header field beside the common ones, its body as people should read it. */
export interface SampleField {
  readonly name: string;
  readonly text: string;
}

/** A message as a caller of any sender has it in mind; every text is what people should read. */
export interface SampleMessage {
  readonly from: SampleMailbox;
  /** One at least. */
  readonly to: readonly SampleMailbox[];
  readonly cc: readonly SampleMailbox[];
  readonly bcc: readonly SampleMailbox[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments: readonly SampleAttachment[];
  readonly fields: readonly SampleField[];
}

/**
 * What a sender has. Each member but the name may be left out; where one that can be seen in a
 * message is missing, the laws about it look at messages that the sender builds.
 *
 * A member that throws, or rejects, refuses what it was given.
 */
export interface Sender {
  readonly name: string;
  /** The message as it goes to a server of SMTP, before dots are doubled. */
  readonly build?: (message: SampleMessage) => Eventually<Written>;
  /** The number of octets that {@link Sender.build} gives. */
  readonly sizeOctets?: (message: SampleMessage) => Eventually<number>;
  /** The lines of the body under `base64`. */
  readonly encodeBase64?: (content: Uint8Array) => Eventually<Written>;
  /** The number of octets that {@link Sender.encodeBase64} gives. */
  readonly base64Octets?: (contentOctets: number) => Eventually<number>;
  /** The body of a text/plain in UTF-8 under `quoted-printable`; CRLF, CR and LF are line ends. */
  readonly encodeQuotedPrintable?: (text: string) => Eventually<Written>;
  /** Text as the body of an unstructured field; it may be folded. */
  readonly encodedWords?: (text: string) => Eventually<string>;
  /** A mailbox as the body of a field; it may be folded. */
  readonly formatMailbox?: (mailbox: SampleMailbox) => Eventually<string>;
  /** A parameter as it stands behind the `;`; it may be folded, and of several segments. */
  readonly formatParameter?: (name: string, value: string) => Eventually<string>;
  /** A whole field, folded, with its last CRLF. The body is ASCII words with single blanks between. */
  readonly foldField?: (name: string, body: string) => Eventually<string>;
}

/** The members of a sender that laws are about. */
export type SenderPart = Exclude<keyof Sender, 'name'>;

/** A sender with those parts. */
export type SenderWith<P extends SenderPart> = Sender & Required<Pick<Sender, P>>;
