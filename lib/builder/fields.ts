/** The fields of a draft in the order they are written: RFC 5322 §3.6. */

import { xSesFields } from '../carrier/x-ses-fields.ts';
import type { Field, MsgId } from '../model/field.ts';
import type { Address } from '../model/mailbox.ts';
import type { Draft } from './draft.ts';

/** What stands in To when all recipients are blind: RFC 5322 §3.4. */
const UNDISCLOSED: readonly Address[] = [
  { kind: 'group', name: 'undisclosed-recipients', members: [] },
];

export interface FieldOptions {
  /** Writes Bcc into the octets; it is left out otherwise. */
  readonly keepsBcc: boolean;
}

/**
 * From, Sender, Reply-To, To, Cc, Bcc, Date, Message-ID, In-Reply-To, References, Subject, the
 * others in call order, X-SES. The MIME fields follow from the body.
 */
export function fieldsOf(draft: Draft, { keepsBcc }: FieldOptions): Field[] {
  const { sender, date, messageId, subject } = draft;
  const fields: Field[] = [];
  addAddresses(fields, 'From', draft.from);
  if (sender !== undefined) addAddresses(fields, 'Sender', [sender]);
  addAddresses(fields, 'Reply-To', draft.replyTo);
  addAddresses(fields, 'To', visibleTo(draft));
  addAddresses(fields, 'Cc', draft.cc);
  if (keepsBcc) addAddresses(fields, 'Bcc', draft.bcc);
  if (date !== undefined) fields.push({ kind: 'date', name: 'Date', date });
  if (messageId !== undefined) addIds(fields, 'Message-ID', [messageId]);
  addIds(fields, 'In-Reply-To', draft.inReplyTo);
  addIds(fields, 'References', draft.references);
  if (subject !== undefined) fields.push({ kind: 'text', name: 'Subject', text: subject });
  fields.push(...draft.others);
  for (const { name, body } of xSesFields(draft.ses)) {
    fields.push({ kind: 'tokens', name, tokens: body });
  }
  return fields;
}

/** SES refuses an empty To, and readers show one as an error: Bcc alone gets an empty group. */
function visibleTo({ to, cc, bcc }: Draft): readonly Address[] {
  return to.length === 0 && cc.length === 0 && bcc.length > 0 ? UNDISCLOSED : to;
}

function addAddresses(fields: Field[], name: string, addresses: readonly Address[]): void {
  if (addresses.length > 0) fields.push({ kind: 'addresses', name, addresses });
}

function addIds(fields: Field[], name: string, ids: readonly MsgId[]): void {
  if (ids.length > 0) fields.push({ kind: 'msg-ids', name, ids });
}
