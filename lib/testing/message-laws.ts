/** Laws of whole messages. */

import fc from 'fast-check';
import { rules } from '../preflight/catalogue.ts';
import { preflight } from '../preflight/run.ts';
import { defectCodes } from '../reader/defect.ts';
import type { Entity } from '../reader/entity.ts';
import { type Law, law } from './law.ts';
import {
  addressAsRead,
  comparableText,
  defectIn,
  difference,
  leavesOf,
  mailboxesIn,
  octetsOf,
  readBuilt,
} from './readings.ts';
import { sampleMessage } from './sample-message.ts';
import type { SampleMailbox, SampleMessage } from './sender.ts';

/** What must hold of a message as one thing. */
export const messageLaws: readonly Law[] = [
  law({
    id: 'S7',
    states: 'a message reads as it was written: fields, addresses, bodies, attachments',
    source: 'RFC 5322; RFC 2045',
    needs: ['build'],
    isExploitable: true,
    refusal: 'breaks',
    arbitrary: sampleMessage,
    async fault(sender, message) {
      const found = asRead(await readBuilt(sender, message), message);
      const due = asTyped(message);
      return Object.keys(due)
        .map((what) => difference(what, due[what], found[what]))
        .find(Boolean);
    },
  }),
  law({
    id: 'S8',
    states: 'preflight has no error of form to tell',
    source: 'mimewright, profile smtp',
    needs: ['build'],
    isExploitable: true,
    arbitrary: sampleMessage,
    async fault({ build }, message) {
      const { errors } = preflight(octetsOf(await build(message)), { profile: 'smtp' });
      const found = errors.find(({ rule }) => rulesOfForm.has(rule));
      return found && `${found.rule}: ${found.message}`;
    },
  }),
  law({
    id: 'S10',
    states: 'a reader finds no defect, unless a last line end is missing',
    source: 'RFC 5322; RFC 2045',
    needs: ['build'],
    isExploitable: true,
    arbitrary: sampleMessage,
    fault: async (sender, message) => defectIn(await readBuilt(sender, message), graveDefects),
  }),
  law({
    id: 'S11',
    states: 'the size of a message is known before it is built',
    source: 'mimewright',
    needs: ['build', 'sizeOctets'],
    arbitrary: sampleMessage,
    async fault({ build, sizeOctets }, message) {
      const { length } = octetsOf(await build(message));
      const due = await sizeOctets(message);
      return length === due ? undefined : `${length} octets, not ${due}`;
    },
  }),
  law({
    id: 'S12',
    states: 'the same message is the same octets',
    source: 'mimewright',
    needs: ['build'],
    arbitrary: sampleMessage,
    async fault({ build }, message) {
      const first = octetsOf(await build(message));
      return first.equals(octetsOf(await build(message))) ? undefined : 'other octets';
    },
  }),
  law({
    id: 'S13',
    states: 'building changes nothing that was given',
    source: 'mimewright',
    needs: ['build'],
    arbitrary: sampleMessage,
    async fault({ build }, message) {
      const before = fc.stringify(message);
      await build(message);
      return before === fc.stringify(message) ? undefined : `now ${fc.stringify(message)}`;
    },
  }),
];

/** Servers add a last line end, or take the one that ends the data: RFC 5321 §4.1.1.4. */
const graveDefects = defectCodes.filter((code) => code !== 'no-final-crlf');

const rulesOfForm = new Set(rules.filter(({ about }) => about === 'form').map(({ id }) => id));

/** By name: what people typed, or what they read. */
type Facts = Readonly<Record<string, unknown>>;

function asTyped({ from, to, cc, subject, text, html, attachments, fields }: SampleMessage): Facts {
  return {
    From: [from].map(mailboxAsRead),
    To: to.map(mailboxAsRead),
    Cc: cc.map(mailboxAsRead),
    Subject: subject,
    fields: fields.map((field) => field.text),
    bodies: [text, ...(html === undefined ? [] : [html])].map(comparableText),
    attachments: attachments.map(({ filename, type, content }) => ({
      filename,
      type,
      content: Buffer.from(content).toString('base64'),
    })),
  };
}

function asRead(root: Entity, { html, fields }: SampleMessage): Facts {
  const leaves = leavesOf(root);
  const bodies = html === undefined ? 1 : 2;
  return {
    From: mailboxesIn(root, 'From'),
    To: mailboxesIn(root, 'To'),
    Cc: mailboxesIn(root, 'Cc'),
    Subject: root.field('Subject')?.text,
    fields: fields.map(({ name }) => root.field(name)?.text),
    bodies: leaves.slice(0, bodies).map(({ text }) => comparableText(text)),
    attachments: leaves.slice(bodies).map((leaf) => ({
      filename: leaf.filename,
      type: `${leaf.mediaType.type}/${leaf.mediaType.subtype}`,
      content: Buffer.from(leaf.octets()).toString('base64'),
    })),
  };
}

function mailboxAsRead({ name, address }: SampleMailbox): SampleMailbox {
  const read = addressAsRead(address);
  return name === undefined ? { address: read } : { name, address: read };
}
