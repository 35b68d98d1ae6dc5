/** Three readers from outside the house behind one shape: postal-mime, mailparser, Python's email. */

import { type AddressObject, simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { askPython } from './python.ts';

export { pythonIsHere } from './python.ts';

/** A mailbox as read; members of a group stand in its place. */
export interface ReadMailbox {
  readonly name: string;
  readonly address: string;
}

export interface ReadGroup {
  readonly name: string;
  readonly members: readonly ReadMailbox[];
}

export interface ReadAttachment {
  readonly filename?: string | undefined;
  readonly type: string;
  /** Without its angle brackets. */
  readonly cid?: string | undefined;
  readonly disposition?: string | undefined;
  readonly octets: Buffer;
}

/** A message as a reader understood it; what the reader does not give is absent. */
export interface Reading {
  readonly subject?: string | undefined;
  readonly from: readonly ReadMailbox[];
  readonly to: readonly ReadMailbox[];
  readonly cc: readonly ReadMailbox[];
  readonly replyTo: readonly ReadMailbox[];
  /** Of To, Cc and Reply-To. */
  readonly groups: readonly ReadGroup[];
  /** `Date.toISOString()`, in UTC. */
  readonly date?: string | undefined;
  /** With its angle brackets. */
  readonly messageId?: string | undefined;
  /** With their angle brackets. */
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly attachments: readonly ReadAttachment[];
  /** Python only: class names of what it disliked, with the field name where it is one's. */
  readonly defects: readonly string[];
}

/**
 * Reads with postal-mime.
 *
 * QUIRK: CRLF becomes LF in what is not base64, attachments included. The text of a part that is
 * not base64 ends in LF; before a boundary delimiter it gains one. A message/rfc822 part without
 * a disposition is read into the text. A date that does not parse is given as written.
 */
export async function readWithPostalMime(octets: Uint8Array): Promise<Reading> {
  const mail = await PostalMime.parse(octets, { attachmentEncoding: 'base64' });
  return {
    subject: mail.subject,
    from: flat(mail.from === undefined ? [] : [mail.from]),
    to: flat(mail.to ?? []),
    cc: flat(mail.cc ?? []),
    replyTo: flat(mail.replyTo ?? []),
    groups: groups([mail.to, mail.cc, mail.replyTo].flatMap((field) => field ?? [])),
    date: mail.date,
    messageId: mail.messageId,
    inReplyTo: msgIds(mail.inReplyTo),
    references: msgIds(mail.references),
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.map((part) => ({
      filename: part.filename ?? undefined,
      type: part.mimeType,
      cid: part.contentId?.replace(/^<|>$/g, ''),
      disposition: part.disposition ?? undefined,
      octets: fromBase64(part.content),
    })),
    defects: [],
  };
}

/**
 * Reads with mailparser.
 *
 * QUIRK: CRLF becomes LF in texts, base64 or not. A message/rfc822 part without `attachment` is
 * read into the text. A date that does not parse becomes the present moment. Where there is only
 * HTML, the text is empty.
 */
export async function readWithMailparser(octets: Uint8Array): Promise<Reading> {
  const mail = await simpleParser(Buffer.from(octets), {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  });
  return {
    subject: mail.subject,
    from: flat(values(mail.from)),
    to: flat(values(mail.to)),
    cc: flat(values(mail.cc)),
    replyTo: flat(values(mail.replyTo)),
    groups: groups([mail.to, mail.cc, mail.replyTo].flatMap((field) => values(field))),
    date: mail.date?.toISOString(),
    messageId: mail.messageId,
    inReplyTo: msgIds(mail.inReplyTo),
    references: msgIds(mail.references),
    text: mail.text,
    html: mail.html === false ? undefined : mail.html,
    attachments: mail.attachments.map((part) => ({
      filename: part.filename,
      type: part.contentType,
      cid: part.cid,
      disposition: part.contentDisposition,
      octets: part.content,
    })),
    defects: [],
  };
}

/**
 * Reads with Python's `email` under `email.policy.default`. Ask {@link pythonIsHere} first.
 *
 * QUIRK: line ends stay as they are. An attached message is parsed and written out again. Some
 * broken fields make it raise: the promise is rejected then.
 */
export async function readWithPython(octets: Uint8Array): Promise<Reading> {
  const answer: PythonAnswer = JSON.parse(await askPython(octets));
  if ('error' in answer) throw new Error(`python raised ${answer.error}`);
  const { date, inReplyTo, references, attachments, ...reading } = answer.reading;
  return {
    ...reading,
    inReplyTo: msgIds(inReplyTo),
    references: msgIds(references),
    date: date === undefined ? undefined : new Date(date).toISOString(),
    attachments: attachments.map((part) => ({
      ...part,
      octets: Buffer.from(part.octets, 'base64'),
    })),
  };
}

/** Text as all three can agree on it: LF for every line end, none at the end. */
export function comparable(text: string | undefined): string | undefined {
  return text?.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
}

/** The content of a part in the form asked for. */
function fromBase64(content: unknown): Buffer {
  if (typeof content !== 'string') throw new Error('postal-mime gave no base64');
  return Buffer.from(content, 'base64');
}

interface Addressee {
  readonly name: string;
  readonly address?: string | undefined;
  readonly group?: readonly Addressee[] | undefined;
}

function flat(addressees: readonly Addressee[]): readonly ReadMailbox[] {
  return addressees.flatMap(({ name, address, group }) =>
    group === undefined ? [{ name, address: address ?? '' }] : flat(group),
  );
}

function groups(addressees: readonly Addressee[]): readonly ReadGroup[] {
  return addressees.flatMap(({ name, group }) =>
    group === undefined ? [] : [{ name, members: flat(group) }],
  );
}

/** What stands in angles: two of the readers give the field body, one a list of its words. */
function msgIds(body: string | readonly string[] = []): readonly string[] {
  return (
    [body]
      .flat()
      .join(' ')
      .match(/<[^<>]*>/g) ?? []
  );
}

function values(fields: AddressObject | readonly AddressObject[] = []): readonly Addressee[] {
  return [fields].flat().flatMap(({ value }) => value);
}

type PythonAnswer =
  | { readonly error: string }
  | {
      readonly reading: Omit<Reading, 'inReplyTo' | 'references' | 'attachments'> & {
        readonly inReplyTo?: string;
        readonly references?: string;
        readonly attachments: readonly (Omit<ReadAttachment, 'octets'> & {
          readonly octets: string;
        })[];
      };
    };
