/** Addresses as SES compares them: the domain has no case, the local part has. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  addrSpecOf,
  foldedDomain,
  mailboxKey,
  mailboxParts,
} from '../../lib/carrier/mailbox-parts.ts';

const test = suite('carrier/mailbox-parts');

test('an address has two parts at its last @, without quotes and escapes', () => {
  assert.equal(mailboxParts('Ann@Example.COM'), { localPart: 'Ann', domain: 'example.com' });
  assert.equal(mailboxParts('"a@\\"b"@x.de'), { localPart: 'a@"b', domain: 'x.de' });
  assert.equal(mailboxParts('ann'), { localPart: 'ann', domain: '' });
  assert.equal(mailboxParts('@x.de'), { localPart: '', domain: 'x.de' });
  assert.equal(mailboxParts('"@x.de'), { localPart: '"', domain: 'x.de' });
});

test('one mailbox has one key, however its domain and its local part are written', () => {
  assert.is(mailboxKey('ann@BÜCHER.example'), mailboxKey('"ann"@xn--bcher-kva.EXAMPLE'));
  assert.is.not(mailboxKey('ann@x.de'), mailboxKey('Ann@x.de'));
});

test('the display name of a mailbox in a request does not count', () => {
  assert.is(addrSpecOf('"Doe, Ann" <Ann@EXAMPLE.com>'), 'Ann@EXAMPLE.com');
  assert.is(addrSpecOf('ann@example.com'), 'ann@example.com');
  assert.is(addrSpecOf('ann@bücher.example'), 'ann@bücher.example');
  assert.is(addrSpecOf('no mailbox'), 'no mailbox');
});

test('what is no domain keeps its text, in lower case', () => {
  assert.is(foldedDomain('Not_A domain'), 'not_a domain');
  assert.is(foldedDomain(''), '');
});

test('law: any text has parts, and folding its domain again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { domain } = mailboxParts(text);
      assert.is(foldedDomain(domain), domain);
    }),
  );
});

test.run();
