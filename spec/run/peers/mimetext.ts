/** Mimetext as a sender under test, used as its documentation says. */

import { createMimeMessage } from 'mimetext';
import type { SampleMailbox, SampleMessage } from '../../../lib/testing.ts';
import { type Peer, versionOf } from './peer.ts';

export const mimetext: Peer = {
  sender: { name: 'mimetext', build },
  version: versionOf('mimetext'),
  settings:
    'createMimeMessage() … asRaw(); attachments as base64 in one line, as its guide has them',
};

function build(message: SampleMessage): string {
  const { from, to, cc, bcc, subject, text, html, attachments, fields } = message;
  const mime = createMimeMessage();
  mime.setSender(mailbox(from));
  mime.setTo(to.map(mailbox));
  if (cc.length > 0) mime.setCc(cc.map(mailbox));
  if (bcc.length > 0) mime.setBcc(bcc.map(mailbox));
  mime.setSubject(subject);
  for (const field of fields) mime.setHeader(field.name, field.text);
  mime.addMessage({ contentType: 'text/plain', data: text });
  if (html !== undefined) mime.addMessage({ contentType: 'text/html', data: html });
  for (const { filename, type, content } of attachments) {
    const data = Buffer.from(content).toString('base64');
    mime.addAttachment({ filename, contentType: type, data });
  }
  return mime.asRaw();
}

function mailbox({ name = '', address }: SampleMailbox): { name: string; addr: string } {
  return { name, addr: address };
}
