/** What the signatures of a message say of themselves. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { signatures, verify } from '../../lib/dkim.ts';
import { throwing, untyped } from '../support/built-message.ts';
import { crlf, plainMessage } from '../support/dkim-keys.ts';
import { fixture } from '../support/fixture.ts';
import { anyMessage } from '../support/messages.ts';

const test = suite('dkim/signatures');

test('they come in the order of their fields', () => {
  assert.equal(
    signatures(fixture('dkim/rfc8463.eml')).map(({ selector, algorithm }) => [selector, algorithm]),
    [
      ['brisbane', 'ed25519-sha256'],
      ['test', 'rsa-sha256'],
    ],
  );
  assert.equal(signatures(plainMessage), []);
});

test('of a broken one, what can be read', () => {
  assert.equal(signatures(crlf('dkim-signature: a=x; d=A.example; h=From : ; nonsense', '', '')), [
    { domain: 'a.example', selector: '', algorithm: 'x', fields: ['From'] },
  ]);
});

test('law: verify() tells of the same ones', () => {
  fc.assert(
    fc.property(anyMessage, (octets) => {
      assert.equal(
        verify(octets, { key: () => undefined }).map(({ domain, selector, algorithm, fields }) => ({
          ...{ domain, selector, algorithm, fields },
        })),
        signatures(octets),
      );
    }),
  );
});

test('a bad call names the argument', () => {
  assert.throws(() => signatures(untyped('x')), throwing('value-type', /^octets/));
});

test.run();
