/** The numbers of the carrier. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { profiles, sesLimits } from '../../lib/carrier/limits.ts';

const test = suite('carrier/limits');

test('a message has at most 10 MiB by v1, and 40 MiB by v2 and SMTP', () => {
  const sizes = profiles.map((profile) => sesLimits[profile].messageOctets.most);
  assert.equal(sizes, [10 * 2 ** 20, 40 * 2 ** 20, 40 * 2 ** 20]);
});

test('40 MB by v2 may be less than 40 MiB', () => {
  const sizes = profiles.map((profile) => sesLimits[profile].messageOctets.surely);
  assert.equal(sizes, [undefined, 40_000_000, 40_000_000]);
});

test('recipients, parts and octets of a mailbox are the same everywhere', () => {
  for (const profile of profiles) {
    const { recipients, parts, mailboxOctets } = sesLimits[profile];
    assert.equal([recipients.most, parts.most, mailboxOctets.most], [50, 500, 320]);
  }
});

test.run();
