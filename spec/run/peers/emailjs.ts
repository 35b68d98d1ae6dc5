/** Emailjs-mime-builder as a sender under test, where it is installed; it is no dependency of ours. */

import { createRequire } from 'node:module';
import type { SampleMailbox, SampleMessage } from '../../../lib/testing.ts';
import type { Peer } from './peer.ts';

interface Node {
  setHeader(fields: Readonly<Record<string, unknown>>): Node;
  addHeader(name: string, value: string): Node;
  setContent(content: string | Uint8Array): Node;
  createChild(type: string, options?: { readonly filename: string }): Node;
  build(): string;
}

const NAME = 'emailjs-mime-builder';

/** Undefined where it is not installed. */
export function emailjs(): Peer | undefined {
  const require = createRequire(import.meta.url);
  try {
    const { default: MimeNode }: { default: new (type: string) => Node } = require(NAME);
    const { version }: { version: string } = require(`${NAME}/package.json`);
    return {
      sender: { name: 'emailjs', build: (message) => built(MimeNode, message) },
      version,
      settings: 'new MimeNode(type) … build(); its strings as UTF-8',
    };
  } catch {
    return undefined;
  }
}

function built(MimeNode: new (type: string) => Node, message: SampleMessage): string {
  const { from, to, cc, bcc, subject, html, attachments, fields } = message;
  const hasParts = attachments.length > 0;
  const root = new MimeNode(hasParts ? 'multipart/mixed' : bodyType(html));
  root.setHeader({ from: mailbox(from), to: to.map(mailbox), subject });
  if (cc.length > 0) root.setHeader({ cc: cc.map(mailbox) });
  if (bcc.length > 0) root.setHeader({ bcc: bcc.map(mailbox) });
  for (const field of fields) root.addHeader(field.name, field.text);
  fillBody(hasParts ? root.createChild(bodyType(html)) : root, message);
  for (const { filename, type, content } of attachments) {
    const part = root.createChild(type, { filename });
    part.setHeader({ 'content-disposition': 'attachment' }).setContent(content);
  }
  return root.build();
}

function bodyType(html: string | undefined): string {
  return html === undefined ? 'text/plain' : 'multipart/alternative';
}

function fillBody(node: Node, { text, html }: SampleMessage): void {
  if (html === undefined) {
    node.setContent(text);
    return;
  }
  node.createChild('text/plain').setContent(text);
  node.createChild('text/html').setContent(html);
}

function mailbox({ name = '', address }: SampleMailbox): { name: string; address: string } {
  return { name, address };
}
