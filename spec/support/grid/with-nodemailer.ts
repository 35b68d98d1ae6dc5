/** Models as nodemailer builds them, used as its documentation says, with the CRLFs of its transports. */

import MailComposer, { type MailComposerOptions } from 'nodemailer/lib/mail-composer';
import { type File, type Group, isGroup, type Model, otherFields, type Person } from './model.ts';

export function buildWithNodemailer(model: Model): Promise<Uint8Array> {
  const composer = new MailComposer({ ...fieldsOf(model), ...partsOf(model), newline: '\r\n' });
  const root = composer.compile();
  // As `keepBcc` of its transports for raw mail, that the field of blind copies be seen.
  root.keepBcc = true;
  return root.build();
}

function fieldsOf(model: Model): MailComposerOptions {
  const { sender, cc = [], bcc = [], replyTo = [], inReplyTo, references, unsubscribe } = model;
  return {
    from: mailbox(model.from),
    ...(sender !== undefined && { sender: mailbox(sender) }),
    to: model.to.map(mailbox),
    ...(cc.length > 0 && { cc: cc.map(mailbox) }),
    ...(bcc.length > 0 && { bcc: bcc.map(mailbox) }),
    ...(replyTo.length > 0 && { replyTo: replyTo.map(mailbox) }),
    subject: model.subject,
    date: new Date(model.date),
    messageId: `<${model.messageId}>`,
    ...(inReplyTo !== undefined && { inReplyTo: `<${inReplyTo}>` }),
    ...(references !== undefined && { references: references.map((id) => `<${id}>`) }),
    headers: {
      ...otherFields(model),
      ...(unsubscribe !== undefined && {
        // As its `list` option writes it: not folded, not encoded.
        'List-Unsubscribe': {
          prepared: true,
          value: `<${unsubscribe.https}>, <mailto:${unsubscribe.mailto}>`,
        },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

function partsOf(model: Model): MailComposerOptions {
  const { text, html, encoding, invitation, embedded = [], attached = [], forwarded = [] } = model;
  return {
    ...(text !== undefined && { text }),
    ...(html !== undefined && { html }),
    ...(encoding !== undefined && { encoding }),
    ...(invitation !== undefined && { icalEvent: invitation }),
    attachments: [
      ...[...embedded, ...attached].map(attachment),
      ...forwarded.map((content) => ({ contentType: 'message/rfc822', content })),
    ],
  };
}

/** A group is told as it stands on the wire. */
function mailbox(one: Person | Group): { name: string; address: string } | string {
  if (!isGroup(one)) return person(one);
  const members = one.members.map(({ name = '', address }) => `"${name}" <${address}>`);
  return `${one.group}: ${members.join(', ')};`;
}

function person({ name = '', address }: Person): { name: string; address: string } {
  return { name, address };
}

function attachment({ type, filename, cid, description, base64 }: File) {
  return {
    contentType: type,
    content: Buffer.from(base64, 'base64'),
    ...(filename !== undefined && { filename }),
    ...(cid !== undefined && { cid, contentDisposition: 'inline' }),
    ...(description !== undefined && { headers: { 'Content-Description': description } }),
  };
}
