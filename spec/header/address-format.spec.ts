/** Addresses written and read again: RFC 5322 §3.4; nobody is added and nobody changed. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseAddrSpec } from '../../lib/header/addr-spec.ts';
import { formatAddresses } from '../../lib/header/address-format.ts';
import { parseAddresses } from '../../lib/header/address-parsing.ts';
import { decodeEncodedWords } from '../../lib/header/encoded-word-decoding.ts';
import { foldField } from '../../lib/header/folding.ts';
import type { Address, Mailbox } from '../../lib/model/mailbox.ts';
import { mailbox, text } from '../../lib/testing/arbitraries.ts';

const test = suite('header/address-format');

const mailboxes: fc.Arbitrary<Mailbox> = mailbox.map(({ name, address }) => ({
  kind: 'mailbox',
  address: parseAddrSpec(address),
  ...(name !== undefined && { name }),
}));
const groups: fc.Arbitrary<Address> = fc
  .tuple(text, fc.array(mailboxes, { maxLength: 3 }))
  .map(([name, members]) => ({ kind: 'group', name, members }));
const addresses: fc.Arbitrary<readonly Address[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: mailboxes }, groups),
  { minLength: 1, maxLength: 5 },
);

/** The address as it reads after parsing: encoded-words are words to the strict parser. */
function decoded<T extends Address>(address: T): T {
  const { name } = address;
  const read = name === undefined ? {} : { name: decodeEncodedWords(name) };
  if (address.kind === 'group')
    return { ...address, ...read, members: address.members.map(decoded) };
  return { ...address, ...read };
}

test('law: what is written parses to the same addresses (A1, A3)', () => {
  fc.assert(
    fc.property(addresses, (given) => {
      const body = formatAddresses('To', given).join('');
      assert.equal(parseAddresses(body, 'To').map(decoded), given);
    }),
    { numRuns: 300 },
  );
});

test('law: folded, no line is longer than 78 but one that an addr-spec fills (H3, H4)', () => {
  fc.assert(
    fc.property(addresses, (given) => {
      for (const line of foldField('To', formatAddresses('To', given)).split('\r\n')) {
        assert.ok(line.length <= 78 || /^ <?[^\s]+>?[,;]*$|"/.test(line), line);
        assert.ok(line.length <= 998);
      }
    }),
  );
});

test('an encoded-word keeps its distance from a special (W5)', () => {
  const group = { kind: 'group', name: 'Équipe', members: [] } as const;
  assert.is(formatAddresses('To', [group]).join(''), ' =?utf-8?Q?=C3=89quipe?= :;');
  const plain = { kind: 'group', name: 'Team', members: [] } as const;
  assert.is(formatAddresses('To', [plain, group]).join(''), ' Team:;, =?utf-8?Q?=C3=89quipe?= :;');
});

test('a colon in the name of a group is encoded, for SES takes a quoted one for its end', () => {
  const group: Address = { kind: 'group', name: 'a:b', members: [] };
  assert.equal(formatAddresses('To', [group]), [' =?utf-8?B?YTpi?=', ' :;']);
});

test.run();
