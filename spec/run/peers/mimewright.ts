/** Mimewright as a sender under test: the builder, and the encoders one by one. */

import {
  base64Octets,
  canonicalText,
  encodeBase64,
  encodedWords,
  encodeQuotedPrintable,
  encodeText,
  foldField,
  formatMailbox,
  formatParameter,
} from '../../../lib/encoders.ts';
import { compose, type MessageBuilder } from '../../../lib/index.ts';
import type { SampleMessage, Sender } from '../../../lib/testing.ts';
import { root } from '../../support/program.ts';
import { type Peer, versionIn } from './peer.ts';

/** The builder alone: its encoders are seen in the messages. */
export const builder: Sender = {
  name: 'mimewright',
  build: (message) => composed(message).build().octets,
  sizeOctets: (message) => composed(message).sizeOctets(),
};

/** The encoders alone. */
export const encoders: Sender = {
  name: 'mimewright/encoders',
  encodeBase64,
  base64Octets,
  encodeQuotedPrintable: (text) =>
    encodeQuotedPrintable(encodeText(canonicalText(text), 'utf-8'), { isText: true }),
  encodedWords: (text) => encodedWords(text).join(' '),
  formatMailbox,
  formatParameter,
  foldField,
};

export const mimewright: readonly Peer[] = [
  { sender: builder, version: versionIn(root), settings: 'compose() … build()' },
  { sender: encoders, version: versionIn(root), settings: 'each function by itself' },
];

function composed(message: SampleMessage): MessageBuilder {
  const { from, to, cc, bcc, subject, text, html, attachments, fields } = message;
  let builder = compose()
    .from(from)
    .to(...to)
    .cc(...cc)
    .bcc(...bcc)
    .subject(subject)
    .text(text);
  if (html !== undefined) builder = builder.html(html);
  for (const attachment of attachments) builder = builder.attach(attachment);
  for (const field of fields) builder = builder.header(field.name, field.text);
  return builder;
}
