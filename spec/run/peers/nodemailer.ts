/** Nodemailer as a sender under test, used as its documentation says. */

import MailComposer from 'nodemailer/lib/mail-composer';
import type { SampleMailbox, SampleMessage } from '../../../lib/testing.ts';
import { type Peer, versionOf } from './peer.ts';

export const nodemailer: Peer = {
  sender: { name: 'nodemailer', build },
  version: versionOf('nodemailer'),
  settings: 'new MailComposer({ …, disableFileAccess, disableUrlAccess }).compile().build()',
};

function build(message: SampleMessage): Promise<Uint8Array> {
  const { from, to, cc, bcc, subject, text, html, attachments, fields } = message;
  const composer = new MailComposer({
    from: mailbox(from),
    to: to.map(mailbox),
    cc: cc.map(mailbox),
    bcc: bcc.map(mailbox),
    subject,
    text,
    ...(html !== undefined && { html }),
    attachments: attachments.map(({ filename, type, content }) => ({
      filename,
      contentType: type,
      content: Buffer.from(content),
    })),
    headers: fields.map((field) => ({ key: field.name, value: field.text })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function mailbox({ name = '', address }: SampleMailbox): { name: string; address: string } {
  return { name, address };
}
