/** Vectors of address lists: mailboxes, groups, comments, obsolete forms, and what is none. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ParsedAddress, ParsedMailbox } from '../../lib/header/parsed-address.ts';
import { read } from '../../lib/reader/read.ts';
import { assertNoticed, testVectors, type Vector } from '../support/vectors.ts';

const test = suite('vectors/address-lists');

interface ReadMailbox {
  readonly name?: string;
  readonly address: string;
}

type ReadAddress =
  | ReadMailbox
  | { readonly group: string; readonly members: readonly ReadMailbox[] };

interface AddressList extends Vector {
  /** Null where the standard leaves open what is read. */
  readonly addresses: readonly ReadAddress[] | null;
  /** Of the first address. */
  readonly comment?: string;
  readonly defects: readonly string[];
}

testVectors<AddressList>(test, 'address-lists', (row) => {
  const message = read(Buffer.from(`To: ${row.input}\r\n\r\n`, 'latin1'));
  const { addresses = [], defects = [] } = message.field('To') ?? {};
  if (row.addresses !== null) assert.equal(addresses.map(asRead), row.addresses);
  const [first] = addresses;
  if (row.comment !== undefined) {
    assert.is(first?.kind === 'mailbox' ? first.comment : undefined, row.comment);
  }
  assertNoticed(defects, row.defects);
});

function asRead(parsed: ParsedAddress): ReadAddress {
  if (parsed.kind === 'group') {
    return { group: parsed.name, members: parsed.members.map(asReadMailbox) };
  }
  return asReadMailbox(parsed);
}

function asReadMailbox({ name, address }: ParsedMailbox): ReadMailbox {
  return name === undefined ? { address } : { name, address };
}

test.run();
