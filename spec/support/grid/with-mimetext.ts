/** Models as mimetext builds them, used as its documentation says. */

import { EOL } from 'node:os';
import { createMimeMessage, Mailbox } from 'mimetext';
import { type File, type Group, isGroup, type Model, otherFields, type Person } from './model.ts';

/** What it has no way to write. */
export function isBeyondMimetext(model: Model): boolean {
  const { to, cc = [], invitation, forwarded = [] } = model;
  return invitation !== undefined || forwarded.length > 0 || [...to, ...cc].some(isGroup);
}

/** It ends lines as its machine does; a client of SMTP makes CRLFs of them, and so does this. */
export function buildWithMimetext(model: Model): Uint8Array {
  const message = createMimeMessage();
  const {
    sender,
    cc = [],
    bcc = [],
    replyTo = [],
    text,
    html,
    embedded = [],
    attached = [],
  } = model;
  message.setSender(mailbox(model.from));
  if (sender !== undefined) message.setHeader('Sender', new Mailbox(mailbox(sender)));
  message.setTo(mailboxes(model.to));
  if (cc.length > 0) message.setCc(mailboxes(cc));
  if (bcc.length > 0) message.setBcc(mailboxes(bcc));
  const [first] = replyTo;
  if (first !== undefined) message.setHeader('Reply-To', new Mailbox(mailbox(first)));
  message.setSubject(model.subject);
  for (const [name, value] of Object.entries(fieldsOf(model))) message.setHeader(name, value);
  if (text !== undefined) message.addMessage({ contentType: 'text/plain', ...body(text, model) });
  if (html !== undefined) message.addMessage({ contentType: 'text/html', ...body(html, model) });
  for (const file of embedded) message.addAttachment({ ...attachment(file), inline: true });
  for (const file of attached) message.addAttachment(attachment(file));
  return Buffer.from(message.asRaw().replaceAll(EOL, '\n').replaceAll('\n', '\r\n'));
}

function fieldsOf(model: Model) {
  const { date, messageId, inReplyTo, references, unsubscribe } = model;
  return {
    Date: new Date(date).toUTCString().replace('GMT', '+0000'),
    'Message-ID': `<${messageId}>`,
    ...(inReplyTo !== undefined && { 'In-Reply-To': `<${inReplyTo}>` }),
    ...(references !== undefined && { References: references.map((id) => `<${id}>`).join(' ') }),
    ...(unsubscribe !== undefined && {
      'List-Unsubscribe': `<${unsubscribe.https}>, <mailto:${unsubscribe.mailto}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
    ...otherFields(model),
  };
}

/** It encodes nothing: an encoding is its caller's work, and without one there is none. */
function body(content: string, { encoding }: Model) {
  if (encoding !== 'base64') return { data: content };
  return { data: lines(Buffer.from(content).toString('base64')), encoding };
}

function attachment({ type, filename = '', cid, base64 }: File) {
  return {
    filename,
    contentType: type,
    data: lines(base64),
    ...(cid !== undefined && { headers: { 'Content-ID': cid } }),
  };
}

function lines(base64: string): string {
  return base64.replace(/.{76}(?=.)/g, '$&\n');
}

function mailboxes(all: readonly (Person | Group)[]) {
  return all.flatMap((one) => (isGroup(one) ? [] : [mailbox(one)]));
}

function mailbox({ name = '', address }: Person) {
  return { name, addr: address };
}
