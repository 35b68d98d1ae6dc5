/** The builders that are compared, each used as its own documentation says. */

import { createMimeMessage } from 'mimetext';
import { compose } from 'mimewright';
import MailComposer from 'nodemailer/lib/mail-composer';
import { author, type BenchMessage, subject } from './messages.ts';

export interface Sender {
  readonly name: string;
  readonly build: (message: BenchMessage) => Uint8Array | Promise<Uint8Array>;
}

export const senders: readonly Sender[] = [
  { name: 'mimewright', build: buildWithMimewright },
  { name: 'nodemailer', build: buildWithNodemailer },
  { name: 'mimetext', build: buildWithMimetext },
];

function buildWithMimewright({ to, text, html, attachment }: BenchMessage): Uint8Array {
  let message = compose()
    .from(author)
    .to(...to)
    .subject(subject)
    .text(text);
  if (html !== undefined) message = message.html(html);
  if (attachment !== undefined) message = message.attach(attachment);
  return message.build().octets;
}

function buildWithNodemailer({ to, text, html, attachment }: BenchMessage): Promise<Uint8Array> {
  const composer = new MailComposer({
    from: author,
    to: [...to],
    subject,
    text,
    ...(html !== undefined && { html }),
    ...(attachment !== undefined && {
      attachments: [
        {
          filename: attachment.filename,
          contentType: attachment.type,
          content: attachment.content,
        },
      ],
    }),
  });
  return composer.compile().build();
}

/** It neither chooses encodings nor wraps lines, and writes no octets but a string: less work. */
function buildWithMimetext({ to, text, html, attachment }: BenchMessage): Uint8Array {
  const message = createMimeMessage();
  message.setSender({ name: author.name, addr: author.address });
  message.setTo(to.map(({ name, address }) => ({ name, addr: address })));
  message.setSubject(subject);
  message.addMessage({ contentType: 'text/plain', data: text });
  if (html !== undefined) message.addMessage({ contentType: 'text/html', data: html });
  if (attachment !== undefined) {
    message.addAttachment({
      filename: attachment.filename,
      contentType: attachment.type,
      data: attachment.content.toString('base64'),
    });
  }
  return Buffer.from(message.asRaw());
}
