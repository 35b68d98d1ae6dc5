/** The text that is signed, and the published signatures over it: RFC 6376 A.2, RFC 8463 A.3. */

import { createPrivateKey } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readHead } from '../../lib/dkim/message-head.ts';
import { signingKey } from '../../lib/dkim/private-key.ts';
import { parseSignature } from '../../lib/dkim/signature-field.ts';
import { SignedMessage, unsignedSignature } from '../../lib/dkim/signed-data.ts';
import { verify } from '../../lib/dkim.ts';
import { crlf, pemOf, recordOf } from '../support/dkim-keys.ts';
import { fixture } from '../support/fixture.ts';

const test = suite('dkim/signed-data');

/** The message, its signature of a selector, and the key that made it. */
const vectors = [
  ['rfc8463.eml', 'brisbane', 'rfc8463-ed25519'],
  ['rfc8463.eml', 'test', 'rfc8463-rsa'],
  ['rfc6376.eml', 'brisbane', 'rfc6376-rsa'],
] as const;

test('the signatures of the RFCs verify', () => {
  for (const [file, selector, key] of vectors) {
    const found = verify(fixture(`dkim/${file}`), {
      key: (_, asked) => (asked === selector ? recordOf(createPrivateKey(pemOf(key))) : undefined),
    }).find((one) => one.selector === selector);
    assert.is(found?.result, 'pass', `${file} ${selector}: ${found?.reason}`);
  }
});

test('signing with the keys of the RFCs gives the same signatures', () => {
  for (const [file, selector, key] of vectors) {
    const octets = fixture(`dkim/${file}`);
    const message = new SignedMessage(octets, readHead(octets));
    const field = message
      .fieldsNamed('dkim-signature')
      .find((one) => parseSignature(one.unfolded()).selector === selector);
    assert.ok(field);
    const { names, header, body, bodyHash, signature } = parseSignature(field.unfolded());
    const text =
      message.signedFields(
        names.map(({ name }) => name),
        { header },
        field,
      ) + unsignedSignature(message.written(field), { header });
    assert.equal(message.bodyHash(body).digest, bodyHash);
    assert.equal(signingKey(pemOf(key)).sign(Buffer.from(text, 'latin1')), signature);
  }
});

test('the value of b= is taken out wherever it stands, and that of bh= stays', () => {
  const bare = (written: string): string => unsignedSignature(written, { header: 'simple' });
  assert.is(bare('A: b=x\r\n y; bh=z\r\n'), 'A: b=; bh=z');
  assert.is(bare('A: bh=z;\r\n b = x \r\n'), 'A: bh=z;\r\n b =');
  assert.is(bare('A: bh=z\r\n'), 'A: bh=z');
});

test('of several fields of a name the last is taken first, and absent ones add nothing', () => {
  const octets = crlf('A: 1', 'B: 2', 'a: 3', '', '');
  const message = new SignedMessage(octets, readHead(octets));
  const text = (...names: readonly string[]) => message.signedFields(names, { header: 'relaxed' });
  assert.is(text('a', 'A', 'a', 'c', 'b'), 'a:3\r\na:1\r\nb:2\r\n');
});

test('a length counts octets of the canonical body, and all of it are told', () => {
  const octets = crlf('A: 1', '', 'a \t b ', '', '');
  const message = new SignedMessage(octets, readHead(octets));
  assert.is(message.bodyHash('relaxed').octets, 5);
  assert.equal(message.bodyHash('relaxed', 5).digest, message.bodyHash('relaxed').digest);
  assert.not.equal(message.bodyHash('relaxed', 4).digest, message.bodyHash('relaxed').digest);
  assert.is(message.bodyHash('simple', 2).octets, 8);
});

test.run();
