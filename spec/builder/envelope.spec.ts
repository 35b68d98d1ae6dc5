/** Forward-paths and the reverse-path: RFC 5321 §2.3.1. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../../lib/builder/compose.ts';
import { addrSpec } from '../../lib/testing/arbitraries.ts';
import { plain } from '../support/built-message.ts';

const test = suite('builder/envelope');

test('To, Cc, Bcc in order, group members in their places, each once (A9)', () => {
  const { envelope } = plain
    .bcc('6@b.example', '1@b.example')
    .cc('5@b.example')
    .to('1@b.example', 'G: 2@b.example, N <3@b.example>;', { group: 'H', members: [] })
    .to({ group: 'I', members: ['4@b.example', { name: 'x', address: '2@b.example' }] })
    .build();
  const digits = envelope.to.map((address) => address.slice(0, 1)).join('');
  assert.is(digits, '123456');
});

test('local parts count exactly, domains as A-labels in lower case (A9)', () => {
  const { envelope } = plain
    .to('Zoe@BÜCHER.example', 'zoe@xn--bcher-kva.EXAMPLE', 'Zoe@bücher.example')
    .build();
  assert.equal(envelope.to, ['Zoe@xn--bcher-kva.example', 'zoe@xn--bcher-kva.example']);
});

test('the reverse-path is returnPath, else Sender, else the first of From', () => {
  const two = compose().from('a@b.example', 'c@d.example').text('');
  const sent = two.sender('C <c@d.example>');
  assert.is(sent.returnPath('Bounces <e@F.example>').build().envelope.from, 'e@f.example');
  assert.is(sent.build().envelope.from, 'c@d.example');
  assert.is(plain.build().envelope.from, 'ann@example.com');
  assert.is(sent.without('Sender').from('a@b.example').build().envelope.from, 'a@b.example');
});

test('law: every recipient is there once, in the order of first mention', () => {
  // A quoted local part that need not be quoted is written without quotes: the same address.
  const list = fc.array(addrSpec.filter((address) => !address.startsWith('"')));
  const lists = fc.tuple(list, list, list);
  fc.assert(
    fc.property(lists, ([to, cc, bcc]) => {
      const message = plain
        .to(...to)
        .cc(...cc)
        .bcc(...bcc);
      assert.equal(message.build().envelope.to, [...new Set([...to, ...cc, ...bcc])]);
    }),
  );
});

test.run();
