/** Private keys, and errors that tell no secret. */

import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { signingKey } from '../../lib/dkim/private-key.ts';
import type { MimewrightError } from '../../lib/errors.ts';
import { throwing } from '../support/built-message.ts';
import { pemOf, rsa } from '../support/dkim-keys.ts';

const test = suite('dkim/private-key');

const pem = pemOf('rsa-2048');

test('PEM of PKCS#8 and PKCS#1, and KeyObjects, of RSA and Ed25519', () => {
  assert.is(signingKey(pem).algorithm, 'rsa-sha256');
  assert.is(signingKey(rsa.export({ type: 'pkcs1', format: 'pem' })).algorithm, 'rsa-sha256');
  assert.is(signingKey(pemOf('rfc6376-rsa')).algorithm, 'rsa-sha256');
  assert.is(signingKey(rsa).algorithm, 'rsa-sha256');
  assert.is(signingKey(pemOf('rfc8463-ed25519')).algorithm, 'ed25519-sha256');
  assert.is(signingKey(` \n${pem.replaceAll('\n', '\r\n')}\n`).algorithm, 'rsa-sha256');
});

/** The key of {@link pem} as one for RSASSA-PSS alone, RFC 4055 §1.2: its PKCS#8 says so. */
function pssKey(): KeyObject {
  const der = rsa.export({ type: 'pkcs8', format: 'der' }).toString('hex');
  const key = Buffer.from(der.replace('f70d0101010500', 'f70d01010a3000'), 'hex');
  return createPrivateKey({ key, type: 'pkcs8', format: 'der' });
}

const bad: readonly (readonly [value: unknown, why: RegExp])[] = [
  [pemOf('rsa-512'), /512 bits, of 1024 at least/],
  [pemOf('ec'), /of type ec$/],
  [pemOf('rsa-encrypted'), /encrypted: pass createPrivateKey/],
  [createPublicKey(pem), /it is a public key/],
  [createPublicKey(pem).export({ type: 'spki', format: 'pem' }), /it is a public key/],
  [createPublicKey(pem).export({ type: 'pkcs1', format: 'pem' }), /it is a public key/],
  [createSecretKey(Buffer.from('secret')), /it is a secret key/],
  [createPrivateKey(pemOf('ec')), /of type ec$/],
  [pssKey(), /of type rsa-pss$/],
  [pem.replaceAll('\n', '\\n'), /\\n written out/],
  [pem.replaceAll('\n', ''), /cannot be read/],
  [pem.slice(0, 500), /cannot be read/],
  [pem.replace(/^.*\n/, ''), /does not start with -----BEGIN/],
  ['secret', /does not start with/],
];

test('what cannot sign is refused, and never quoted', () => {
  for (const [value, why] of bad) {
    assert.throws(() => signingKey(value), throwing('dkim-key', why));
    assert.throws(
      () => signingKey(value),
      (error: MimewrightError) => !/MII|secret"|[A-Za-z0-9+/]{40}/.test(String(error.stack)),
    );
  }
});

test('what is no key at all', () => {
  for (const value of [undefined, null, '']) {
    assert.throws(() => signingKey(value), throwing('value-missing', /^privateKey/));
  }
  for (const value of [1, true, {}, Buffer.from(pem), { key: pem }]) {
    assert.throws(() => signingKey(value), throwing('value-type', /^privateKey/));
  }
});

test.run();
