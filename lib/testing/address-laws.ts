/** Laws of mailboxes: RFC 5322 §3.4. */

import fc from 'fast-check';
import { addrSpec, text } from './arbitraries.ts';
import { type Law, law } from './law.ts';
import {
  addressAsRead,
  charactersOf,
  comparableAddress,
  difference,
  mailboxesOf,
  readField,
} from './readings.ts';
import { plainMessage } from './sample-message.ts';
import type { SampleMailbox, SenderWith } from './sender.ts';

const names = text.filter((name) => name.trim() !== '');

/** What must hold of every mailbox; of recipients that names add, the laws of injection tell. */
export const addressLaws: readonly Law[] = [
  law({
    id: 'A1',
    states: 'a typed display name is the read display name',
    source: 'RFC 5322 §3.4; RFC 2047 §5(3)',
    needs: ['formatMailbox'],
    isExploitable: true,
    refusal: 'breaks',
    arbitrary: names,
    async fault(sender, name) {
      const [found] = await written(sender, { name, address: 'ann@example.com' });
      return difference('display name', name, found?.name);
    },
  }),
  law({
    id: 'A2',
    states: 'a display name is atoms, a quoted string or encoded-words, never two of them',
    source: 'RFC 5322 §3.2.5; RFC 2047 §5(3)',
    needs: ['formatMailbox'],
    isExploitable: true,
    arbitrary: names,
    async fault({ formatMailbox }, name) {
      const body = await formatMailbox({ name, address: 'ann@example.com' });
      const phrase = body.slice(0, body.lastIndexOf('<'));
      return /".*=\?\S+\?[BQ]\?.*\?=.*"/is.test(phrase) ? phrase : undefined;
    },
  }),
  law({
    id: 'A4',
    states: 'an address is written as it is given: local part, quotes and literal',
    source: 'RFC 5321 §2.4; RFC 5322 §3.4.1',
    needs: ['formatMailbox'],
    isExploitable: true,
    refusal: 'breaks',
    arbitrary: addrSpec,
    async fault(sender, address) {
      const found = await written(sender, { name: 'Ann', address });
      return difference(
        'address',
        [comparableAddress(addressAsRead(address))],
        found.map((mailbox) => comparableAddress(mailbox.address)),
      );
    },
  }),
  law({
    id: 'A8',
    states: 'blind recipients stand nowhere in the message',
    source: 'RFC 5322 §3.6.3',
    needs: ['build'],
    arbitrary: fc.tuple(names, fc.stringMatching(/^[a-z]{12}$/)),
    async fault({ build }, [name, local]) {
      const bcc = [{ name, address: `${local}@blind.example` }];
      const message = charactersOf(await build({ ...plainMessage, bcc }));
      return message.includes(`${local}@`) ? 'a blind recipient' : undefined;
    },
  }),
];

async function written(
  { formatMailbox }: SenderWith<'formatMailbox'>,
  mailbox: SampleMailbox,
): Promise<readonly SampleMailbox[]> {
  const field = readField('To', await formatMailbox(mailbox));
  return field === undefined ? [] : mailboxesOf(field);
}
