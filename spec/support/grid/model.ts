/** A message as its author has it in mind: plain data, so that any language can build it. */

export interface Person {
  readonly name?: string;
  /** As it stands on the wire. */
  readonly address: string;
}

export interface Group {
  readonly group: string;
  readonly members: readonly Person[];
}

export interface File {
  /** A media type without parameters. */
  readonly type: string;
  readonly base64: string;
  readonly filename?: string;
  /** What the HTML refers to as `cid:…`; the file is embedded, not attached. */
  readonly cid?: string;
  readonly description?: string;
}

export interface Invitation {
  readonly method: string;
  readonly content: string;
}

export interface Unsubscribe {
  readonly https: string;
  readonly mailto: string;
}

/** Texts have LF as line end; every sender makes of it what it makes. */
export interface Model {
  readonly name: string;
  readonly from: Person;
  readonly sender?: Person;
  readonly to: readonly (Person | Group)[];
  readonly cc?: readonly (Person | Group)[];
  readonly bcc?: readonly Person[];
  readonly replyTo?: readonly Person[];
  readonly date: string;
  /** Without angles, as all ids here. */
  readonly messageId: string;
  readonly inReplyTo?: string | undefined;
  readonly references?: readonly string[];
  readonly subject: string;
  /** Fields beside the common ones, as people read them. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly unsubscribe?: Unsubscribe;
  readonly ses?: { readonly configurationSet: string; readonly tag: readonly [string, string] };
  readonly text?: string | undefined;
  readonly html?: string;
  /** Of the texts; the sender's choice if left out. */
  readonly encoding?: 'base64' | 'quoted-printable';
  readonly invitation?: Invitation;
  readonly embedded?: readonly File[];
  readonly attached?: readonly File[];
  /** Whole messages, in ASCII with CRLF, to be attached as `message/rfc822`. */
  readonly forwarded?: readonly string[];
}

export function isGroup(one: Person | Group): one is Group {
  return 'group' in one;
}

/** All mailboxes, those of groups too. */
export function peopleOf(all: readonly (Person | Group)[]): readonly Person[] {
  return all.flatMap((one) => (isGroup(one) ? one.members : [one]));
}

/** The fields beside the common ones, as a sender without options for SES is told them. */
export function otherFields({ fields, ses }: Model): Readonly<Record<string, string>> {
  return {
    ...fields,
    ...(ses !== undefined && {
      'X-SES-CONFIGURATION-SET': ses.configurationSet,
      'X-SES-MESSAGE-TAGS': ses.tag.join('='),
    }),
  };
}
