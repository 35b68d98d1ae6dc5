/** Mailboxes as callers pass them: any name is a name, no string is two mailboxes by stealth. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { addrSpec, text } from '../../lib/testing/arbitraries.ts';
import { body, codeThrown, plain, untyped } from '../support/built-message.ts';
import { readWithMailparser, readWithPostalMime } from '../support/readers.ts';

const test = suite('builder/address-input');

const hostile = [
  'a\r\nBcc: x@evil.example',
  'a\nBcc: x@evil.example',
  'a\rBcc: x@evil.example',
  'a\u0085b',
  'a\u2028Bcc: x@evil.example',
  'a\r\n\r\n<html>',
  '"a@b.example" <c@d.example>',
  'x@evil.example>, <y',
  'a" <x@evil.example>, "b',
  'a\\" <x@evil.example>',
  '(a',
  'a, x@evil.example',
  'Team: x@evil.example;',
  '=?utf-8?Q?a=0D=0ABcc:_x?=',
  'a\u0000b',
  '\ud800',
];

test('a hostile name throws, or is a name and nothing else', async () => {
  for (const name of hostile) {
    let message = plain;
    const code = codeThrown(
      () => (message = plain.to({ name, address: 'a@b.example' }, { group: name, members: [] })),
    );
    assert.is(code !== undefined, /[\0\r\n\ud800]/.test(name), name);
    if (code !== undefined) continue;
    const { octets, envelope } = message.build();
    assert.equal(envelope.to, ['a@b.example']);
    for (const reader of [readWithPostalMime, readWithMailparser]) {
      assert.equal(
        (await reader(octets)).to.map(({ address }) => address),
        ['a@b.example'],
      );
    }
  }
});

test('a hostile address throws', () => {
  for (const address of hostile) {
    assert.ok(
      codeThrown(() => plain.to({ address })),
      address,
    );
    assert.ok(
      codeThrown(() => plain.sender({ name: 'a', address: `${address}@b.example` })),
      address,
    );
  }
});

test('law: any name and address make one recipient', () => {
  fc.assert(
    fc.property(text, addrSpec, (name, address) => {
      assert.is(plain.to({ name, address }).build().envelope.to.length, 1);
    }),
  );
});

test('members of a group are mailboxes; it may be empty; a hole is no mailbox', () => {
  assert.is(body(plain.to({ group: 'Zoë, Ann', members: [] }), 'To')?.endsWith(':;'), true);
  assert.is(
    codeThrown(() => plain.to(untyped({ group: 'a', members: Object.assign([], { length: 1 }) }))),
    'value-missing',
  );
  assert.is(
    codeThrown(() => plain.to(untyped({ group: 'a', members: ['a@b.example, c@d.example'] }))),
    'address-syntax',
  );
  assert.is(
    codeThrown(() => plain.to(untyped({ group: 'a' }))),
    'value-type',
  );
});

test.run();
