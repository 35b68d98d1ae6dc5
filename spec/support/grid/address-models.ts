/** Models that differ in their mailboxes: names, groups, many, Bcc, Reply-To, Sender. */

import type { Model, Person } from './model.ts';
import { ann, bob, each, note, zoe } from './note.ts';

const names: Readonly<Record<string, string>> = {
  comma: 'Roe, Bob',
  dot: 'Bob Q. Roe',
  apostrophe: "Bob O'Roe",
  quotes: 'Bob "Bobby" Roe',
  parentheses: 'Bob Roe (sales)',
  colon: 'Support: Bob',
  at: 'Bob @ Example',
  ampersand: 'Roe & Sons, Inc.',
  slash: 'Sales/Support',
  backslash: 'Bob \\ Roe',
  hyphen: 'Bob-Roe',
  trademark: 'Example™ Support',
  accents: 'Zoë Müller-Łódź',
  'accents-and-comma': 'Müller, Zoë',
  japanese: '山田 太郎',
  hebrew: 'דוד כהן',
  arabic: 'محمد علي',
  cyrillic: 'Анна Петрова',
  'latin-and-japanese': 'Yamada 太郎',
  emoji: 'Example Team 🎉',
  long: 'The Very Long Name of the Office of Readers and Writers of the City of Example, Department of Letters',
  'long-accents':
    'Bibliothèque générale de l’université de Łódź et de l’académie des sciences, département des périodiques',
  number: '24/7 Help',
  address: 'bob@example.net',
  capitals: 'BOB ROE',
};

const addresses: Readonly<Record<string, string>> = {
  plus: 'bob+news@example.net',
  dots: 'b.o.b@mail.sub.example.net',
  percent: 'bob_roe-x@example.net',
  capitals: 'Bob.Roe@Example.NET',
  digits: '12345@example.net',
  equals: 'bounce=bob=example.net@example.com',
  'a-label': 'bob@xn--bcher-kva.example',
  long: `${'bob.'.repeat(14)}roe@${'mail.'.repeat(20)}example.net`,
  apostrophe: "o'roe@example.net",
};

const people = (count: number): readonly Person[] =>
  Array.from({ length: count }, (_, at) => ({
    name: `Reader ${(at * 7) % count}`,
    address: `reader${(at * 7) % count}@example.net`,
  }));

export const addressModels: readonly Model[] = [
  ...each('name', names, (name) => ({ to: [{ name, address: 'bob@example.net' }] })),
  ...each(
    'from-name',
    { comma: 'Doe, Ann', dot: 'A. Doe', accents: 'Ånn Dœ', japanese: '山田 花子' },
    (name) => ({
      from: { name, address: 'ann@example.com' },
    }),
  ),
  ...each('address', addresses, (address) => ({ to: [{ address }] })),
  note('bare-addresses', {
    from: { address: 'ann@example.com' },
    to: [{ address: 'bob@example.net' }],
  }),
  note('two-recipients', { to: [bob, zoe] }),
  note('cc', { cc: [zoe, { address: 'cat@example.org' }] }),
  note('bcc', { bcc: [zoe] }),
  note('reply-to', { replyTo: [{ name: 'Support', address: 'support@example.com' }] }),
  note('two-reply-to', { replyTo: [ann, zoe] }),
  note('sender', { sender: { name: 'Office', address: 'office@example.com' } }),
  note('group', { to: [{ group: 'Readers', members: [bob, zoe] }] }),
  note('group-and-mailbox', { to: [bob, { group: 'Lesekreis für Ältere', members: [zoe] }] }),
  note('empty-group', { to: [bob], cc: [{ group: 'undisclosed-recipients', members: [] }] }),
  note('ten-recipients', { to: people(10) }),
  note('forty-nine-recipients', { to: people(49) }),
  note('accented-recipients', {
    to: people(20).map(({ address }) => ({ name: 'Zoë Ünsal, Dr.', address })),
  }),
];
