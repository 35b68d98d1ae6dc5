/** A message half written: what the calls so far have said. */

import type { SesFields } from '../carrier/x-ses-fields.ts';
import type { Field, MsgId } from '../model/field.ts';
import type { Address, Mailbox } from '../model/mailbox.ts';
import type { AttachedMessage, Leaf } from '../model/message.ts';

/** Frozen; every member is a checked value. Lists are in call order. */
export interface Draft {
  readonly from: readonly Mailbox[];
  readonly sender?: Mailbox;
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly returnPath?: Mailbox;
  readonly subject?: string;
  readonly date?: Date;
  readonly messageId?: MsgId;
  readonly inReplyTo: readonly MsgId[];
  readonly references: readonly MsgId[];
  /** The fields without a place of their own. */
  readonly others: readonly Field[];
  readonly ses: SesFields;
  readonly text?: Leaf;
  readonly html?: Leaf;
  readonly amp?: Leaf;
  readonly calendar?: Leaf;
  readonly calendarAttachment?: Leaf;
  readonly alternatives: readonly Leaf[];
  readonly embedded: readonly Leaf[];
  readonly attachments: readonly (Leaf | AttachedMessage)[];
}

export const EMPTY_DRAFT: Draft = Object.freeze({
  from: [],
  replyTo: [],
  to: [],
  cc: [],
  bcc: [],
  inReplyTo: [],
  references: [],
  others: [],
  ses: {},
  alternatives: [],
  embedded: [],
  attachments: [],
});

/** Where a draft keeps the fields that have a method of their own, by name in lower case. */
const PLACES = {
  from: 'from',
  sender: 'sender',
  'reply-to': 'replyTo',
  to: 'to',
  cc: 'cc',
  bcc: 'bcc',
  subject: 'subject',
  date: 'date',
  'message-id': 'messageId',
  'in-reply-to': 'inReplyTo',
  references: 'references',
  'return-path': 'returnPath',
} as const satisfies Readonly<Record<string, keyof Draft>>;

/** The members of `ses()`, by the names of the fields that they write. */
const SES_PLACES = {
  'x-ses-configuration-set': 'configurationSet',
  'x-ses-message-tags': 'tags',
  'x-ses-tenant': 'tenant',
  'x-ses-source-arn': 'sourceArn',
  'x-ses-from-arn': 'fromArn',
  'x-ses-return-path-arn': 'returnPathArn',
  'x-ses-list-management-options': 'listManagement',
} as const satisfies Readonly<Record<string, keyof SesFields>>;

/** The draft without every field of that name, whatever its case. */
export function withoutField(draft: Draft, name: string): Draft {
  const lower = name.toLowerCase();
  const others = draft.others.filter((field) => field.name.toLowerCase() !== lower);
  const place = lookUp(PLACES, lower);
  const sesPlace = lookUp(SES_PLACES, lower);
  const ses = sesPlace === undefined ? draft.ses : without(draft.ses, sesPlace);
  const rest = { ...draft, others, ses };
  if (place === undefined) return Object.freeze(rest);
  return Object.freeze({ ...EMPTY_DRAFT, ...without(rest, place) });
}

function lookUp<T>(places: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(places, name) ? places[name] : undefined;
}

function without<T extends object, K extends keyof T>(whole: T, member: K): Omit<T, K> {
  const { [member]: _, ...rest } = whole;
  return rest;
}
