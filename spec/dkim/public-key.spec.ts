/** Key records, good and bad. */

import { createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { publicKeyOf } from '../../lib/dkim/public-key.ts';
import { ed25519, pemOf, recordOf, rsa } from '../support/dkim-keys.ts';

const test = suite('dkim/public-key');

function found(record: string): string {
  const key = publicKeyOf(record);
  if ('reason' in key) return key.reason;
  return `${key.algorithm} ${key.bits}${key.isStrict ? ' strict' : ''}`;
}

const rsaRecord = recordOf(rsa);
const p = rsaRecord.slice(rsaRecord.indexOf('p='));

test('records of both algorithms, and of weak keys', () => {
  assert.is(found(rsaRecord), 'rsa-sha256 2048');
  assert.is(found(p), 'rsa-sha256 2048');
  assert.is(found(recordOf(ed25519)), 'ed25519-sha256 256');
  const weak = createPublicKey(pemOf('rsa-512')).export({ type: 'spki', format: 'der' });
  assert.is(found(`p=${weak.toString('base64')}`), 'rsa-sha256 512');
});

test('keys as some publish them: PKCS#1, a whole SubjectPublicKeyInfo, PEM, with blanks', () => {
  const pkcs1 = createPublicKey(rsa).export({ type: 'pkcs1', format: 'der' }).toString('base64');
  assert.is(found(`v=DKIM1; p=${pkcs1}`), 'rsa-sha256 2048');
  const spki = createPublicKey(ed25519).export({ type: 'spki', format: 'der' }).toString('base64');
  assert.is(found(`k=ed25519; p=${spki}`), 'ed25519-sha256 256');
  const pem = createPublicKey(rsa).export({ type: 'spki', format: 'pem' });
  assert.is(found(pem.toString()), 'rsa-sha256 2048');
  assert.is(found(rsaRecord.replace(/.{60}/g, '$& \t')), 'rsa-sha256 2048');
});

test('records as dig and zone files show them', () => {
  const strings = rsaRecord.replace(/.{100}/g, '$&" "');
  assert.is(found(`"${strings}"`), 'rsa-sha256 2048');
  assert.is(found(` "${strings.replace(/;/g, '\\;')}"\n`), 'rsa-sha256 2048');
  assert.is(found(rsaRecord.replace(/;/g, '\\;')), 'rsa-sha256 2048');
  assert.is(found('"'), 'the key record is no list of tag=value pairs');
});

test('what the record says of the use of the key', () => {
  assert.is(
    found(`h=sha1:sha256; s=email:tlsrpt; t=y:s; g=*; n=x; ${p}`),
    'rsa-sha256 2048 strict',
  );
  assert.is(found(`s=*; t=y; ${p}`), 'rsa-sha256 2048');
  assert.is(found(`h=sha1; ${p}`), 'the key is not for sha256');
  assert.is(found(`s=tlsrpt; ${p}`), 'the key is not for mail');
  assert.is(found(`v=DKIM2; ${p}`), 'the key record is not of version DKIM1');
  assert.is(found(`k=ec; ${p}`), 'the key is of the unknown type ec');
  assert.is(found(`${p}; ${p}`), 'the key record gives a tag twice');
});

test('records without a key', () => {
  assert.is(found('v=DKIM1; p='), 'the key is revoked');
  assert.is(found('v=DKIM1'), 'the key record has no p= tag');
  assert.is(found(''), 'the key record has no p= tag');
  assert.is(found(`k; ${p}`), 'the key record is no list of tag=value pairs');
  assert.is(found(`v=DKIM1;; ${p}`), 'the key record is no list of tag=value pairs');
  assert.is(found(`v=DKIM1; ${p}; `), 'rsa-sha256 2048');
  assert.is(found('p=A*'), 'the key is not base64');
  assert.is(found('p=AAAA'), 'the key cannot be read');
  assert.is(found(`k=ed25519; ${p}`), 'the key is not of the type that k= says');
  assert.is(found('-----BEGIN PUBLIC KEY-----'), 'the key cannot be read');
  const ec = createPublicKey(pemOf('ec')).export({ type: 'spki', format: 'pem' });
  assert.is(found(ec.toString()), 'the key is neither RSA nor Ed25519');
});

test('law: any text has a key or a reason', () => {
  const piece = fc.constantFrom(
    ...['v=DKIM1', 'k=rsa', 'p=', ';', p, 'AAAA', '=', ' ', '\0', 'h=', 's'],
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((all) => all.join('')),
      ),
      (text) => {
        assert.ok(found(text) !== '');
      },
    ),
  );
});

test.run();
