/** Laws of injection: no string adds a field, a line, a part or a recipient. RFC 5322 §2.2, §3.4. */

import fc from 'fast-check';
import { read } from '../reader/read.ts';
import { anyString } from './arbitraries.ts';
import { type Law, law } from './law.ts';
import { difference, mailboxesIn, octetsOf, readBuilt } from './readings.ts';
import { plainAddress, plainMessage } from './sample-message.ts';
import { securityStrings } from './security-strings.ts';
import type { SampleMessage, SenderWith, Written } from './sender.ts';

const attached = { filename: 'x.bin', type: 'application/octet-stream', content: Buffer.from('x') };

/** Every place that takes a string, and the message with a string in it. */
const places: Readonly<Record<string, (value: string) => SampleMessage>> = {
  subject: (subject) => ({ ...plainMessage, subject }),
  text: (text) => ({ ...plainMessage, text }),
  html: (html) => ({ ...plainMessage, html }),
  'name of From': (name) => ({ ...plainMessage, from: { name, address: 'ann@example.com' } }),
  'name of To': (name) => ({ ...plainMessage, to: [{ name, address: 'bob@example.net' }] }),
  'address of From': (address) => ({ ...plainMessage, from: { name: 'Ann', address } }),
  'address of To': (address) => ({ ...plainMessage, to: [{ address }] }),
  'text of a field': (text) => ({ ...plainMessage, fields: [{ name: 'X-Note', text }] }),
  filename: (filename) => ({ ...plainMessage, attachments: [{ ...attached, filename }] }),
  'media type': (type) => ({ ...plainMessage, attachments: [{ ...attached, type }] }),
};

/** What is not refused where text alone would be. */
const HARMLESS: Readonly<Record<string, string>> = {
  'address of From': 'ann@example.com',
  'address of To': 'bob@example.net',
  'media type': 'application/pdf',
};

/** What no caller's string may break. */
export const injectionLaws: readonly Law[] = [
  law({
    id: 'H6',
    states: 'no string in any place adds a field or a part: it is carried, or refused',
    source: 'RFC 5322 §2.2',
    needs: ['build'],
    isExploitable: true,
    refusal: 'keeps',
    arbitrary: fc.tuple(fc.constantFrom(...Object.keys(places)), anyString),
    examples: Object.keys(places).flatMap((place) =>
      securityStrings.map((value): [string, string] => [place, value]),
    ),
    fault: (sender, [place, value]) => additionIn(sender, place, value),
  }),
  law({
    id: 'A3',
    states: 'the addresses that a reader finds are those that were given, whatever the names are',
    source: 'RFC 5322 §3.4',
    needs: ['build'],
    isExploitable: true,
    refusal: 'keeps',
    arbitrary: fc.array(fc.record({ name: anyString, address: plainAddress }), {
      minLength: 1,
      maxLength: 3,
    }),
    examples: securityStrings.map((name) => [{ name, address: 'bob@example.net' }]),
    async fault(sender, to) {
      const root = await readBuilt(sender, { ...plainMessage, to });
      const found = ['To', 'Cc', 'Bcc'].flatMap((name) => mailboxesIn(root, name));
      return difference(
        'addresses',
        to.map(({ address }) => address),
        found.map(({ address }) => address),
      );
    },
  }),
];

/** What a message has beyond that of a harmless string in the same place. */
async function additionIn(
  { build }: SenderWith<'build'>,
  name: string,
  value: string,
): Promise<string | undefined> {
  const place = places[name] ?? places.subject;
  if (place === undefined) return undefined;
  const written = await build(place(value));
  const due = namesIn(await build(place(HARMLESS[name] ?? 'x')));
  for (const found of namesIn(written)) {
    const at = due.indexOf(found);
    if (at < 0) return `${name}: ${found}`;
    due.splice(at, 1);
  }
  return undefined;
}

/** All parts and the field names within them, but for the encodings that content asks for. */
function namesIn(message: Written): string[] {
  return [...read(octetsOf(message)).walk()].flatMap(({ fields }) => [
    'a part',
    ...fields
      .map(({ lowerName }) => lowerName)
      .filter((lowerName) => lowerName !== 'content-transfer-encoding'),
  ]);
}
