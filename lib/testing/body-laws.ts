/** Laws of bodies, however they are encoded: RFC 2045 §2.7, RFC 2049 §3. */

import type { Entity } from '../reader/entity.ts';
import { LINE_OCTETS_MAX } from '../transfer/line-limits.ts';
import { lines } from './arbitraries.ts';
import { type Law, law } from './law.ts';
import { charactersOf, comparableText, difference, leavesOf, readBuilt } from './readings.ts';
import { plainMessage, sampleMessage } from './sample-message.ts';

/** What must hold of every body. */
export const bodyLaws: readonly Law[] = [
  law({
    id: 'C1',
    states: 'a message is octets 1 to 127 in lines of at most 998, with no lone CR or LF',
    source: 'RFC 5322 §2.1.1; RFC 2045 §2.7',
    needs: ['build'],
    isExploitable: true,
    arbitrary: sampleMessage,
    fault: async ({ build }, message) => sevenBitFault(charactersOf(await build(message))),
  }),
  law({
    id: 'C2',
    states: 'text that relays and mailbox files change is not sent as it is',
    source: 'RFC 2049 §3',
    needs: ['build'],
    arbitrary: lines,
    examples: ['From x', 'x\r\n.\r\ny', 'tab\t'],
    async fault({ build }, text) {
      const octets = charactersOf(await build({ ...plainMessage, text }));
      const body = octets.slice(octets.indexOf('\r\n\r\n') + 4).split('\r\n');
      const fragile = body.find((line) => /^From |^\.$|[ \t]$/.test(line));
      return fragile === undefined ? undefined : JSON.stringify(fragile);
    },
  }),
  law({
    id: 'C6',
    states: 'an attachment keeps every octet, its type and its place',
    source: 'RFC 2045 §6',
    needs: ['build'],
    refusal: 'breaks',
    arbitrary: sampleMessage.filter(({ attachments }) => attachments.length > 0),
    async fault(sender, { text, attachments }) {
      const root = await readBuilt(sender, { ...plainMessage, text, attachments });
      const [, ...found] = leavesOf(root).map(attachmentOf);
      const due = attachments.map(({ type, content }) => [type, base64(content)]);
      return difference('attachments', due, found);
    },
  }),
  law({
    id: 'B7',
    states: 'a text body reads as it was typed, but for the form of line ends',
    source: 'RFC 2045 §6; RFC 2046 §4.1.1',
    needs: ['build'],
    refusal: 'breaks',
    arbitrary: lines,
    async fault(sender, text) {
      const [leaf] = leavesOf(await readBuilt(sender, { ...plainMessage, text }));
      return difference('text', comparableText(text), comparableText(leaf?.text));
    },
  }),
];

function attachmentOf(leaf: Entity): readonly string[] {
  const { type, subtype } = leaf.mediaType;
  return [`${type}/${subtype}`, base64(leaf.octets())];
}

function base64(octets: Uint8Array): string {
  return Buffer.from(octets).toString('base64');
}

function sevenBitFault(message: string): string | undefined {
  const octet = /[^\x01-\x7f]/.exec(message)?.[0];
  if (octet !== undefined) return `the octet ${octet.charCodeAt(0)}`;
  for (const line of message.split('\r\n')) {
    if (/[\r\n]/.test(line)) return 'a lone CR or LF';
    if (line.length > LINE_OCTETS_MAX) return `a line of ${line.length} octets`;
  }
  return undefined;
}
