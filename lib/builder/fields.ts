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
  return [
    ...addressField('From', draft.from),
    ...addressField('Sender', sender === undefined ? [] : [sender]),
    ...addressField('Reply-To', draft.replyTo),
    ...addressField('To', visibleTo(draft)),
    ...addressField('Cc', draft.cc),
    ...addressField('Bcc', keepsBcc ? draft.bcc : []),
    ...(date === undefined ? [] : [{ kind: 'date', name: 'Date', date } as const]),
    ...idField('Message-ID', messageId === undefined ? [] : [messageId]),
    ...idField('In-Reply-To', draft.inReplyTo),
    ...idField('References', draft.references),
    ...(subject === undefined ? [] : [{ kind: 'text', name: 'Subject', text: subject } as const]),
    ...draft.others,
    ...xSesFields(draft.ses).map(
      ({ name, body }): Field => ({ kind: 'tokens', name, tokens: body }),
    ),
  ];
}

/** SES refuses an empty To, and readers show one as an error: Bcc alone gets an empty group. */
function visibleTo({ to, cc, bcc }: Draft): readonly Address[] {
  return to.length === 0 && cc.length === 0 && bcc.length > 0 ? UNDISCLOSED : to;
}

function addressField(name: string, addresses: readonly Address[]): Field[] {
  return addresses.length === 0 ? [] : [{ kind: 'addresses', name, addresses }];
}

function idField(name: string, ids: readonly MsgId[]): Field[] {
  return ids.length === 0 ? [] : [{ kind: 'msg-ids', name, ids }];
}
