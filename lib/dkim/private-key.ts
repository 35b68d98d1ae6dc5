/** Private keys that sign: RFC 6376 §3.3, RFC 8301 §3.2, RFC 8463 §3. */

import { createHash, createPrivateKey, KeyObject, sign as signOctets } from 'node:crypto';
import { missing, textArgument, wrongType } from '../arguments.ts';
import { MimewrightError } from '../errors.ts';
import type { Algorithm } from './tag-values.ts';

/** RFC 8301 §3.2, and SES: shorter keys are not taken. */
const RSA_BITS_MIN = 1024;

/** A key that may sign. */
export interface SigningKey {
  readonly algorithm: Algorithm;
  /** The octets of `b=`. */
  sign(data: Buffer): Buffer;
}

/**
 * Takes a private key.
 *
 * @param value PEM (PKCS#8 or PKCS#1, not encrypted) or a KeyObject.
 * @throws {MimewrightError} `dkim-key` for what is no private key of RSA, of 1024 bits at least, or
 *   of Ed25519; `value-missing` and `value-type`. The key itself is never quoted.
 */
export function signingKey(value: unknown): SigningKey {
  const key = value instanceof KeyObject ? value : keyOfPem(value);
  if (key.type !== 'private') throw unfit(`it is a ${key.type} key`);
  if (key.asymmetricKeyType === 'ed25519') {
    const sign = (data: Buffer) =>
      signOctets(null, createHash('sha256').update(data).digest(), key);
    return { algorithm: 'ed25519-sha256', sign };
  }
  if (key.asymmetricKeyType !== 'rsa') throw unfit(`it is of type ${key.asymmetricKeyType}`);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < RSA_BITS_MIN) throw unfit(`it has ${bits} bits, of ${RSA_BITS_MIN} at least`);
  return { algorithm: 'rsa-sha256', sign: (data) => signOctets('sha256', data, key) };
}

function keyOfPem(value: unknown): KeyObject {
  if (value === undefined || value === null) throw missing('privateKey', value);
  if (typeof value === 'object') {
    throw new MimewrightError('value-type', 'privateKey is neither PEM text nor a KeyObject');
  }
  if (typeof value !== 'string') throw wrongType('privateKey', value, 'PEM text or a KeyObject');
  const pem = textArgument('privateKey', value);
  if (!pem.includes('-----BEGIN'))
    throw unfit('it does not start with -----BEGIN PRIVATE KEY-----');
  if (/-----BEGIN (?:RSA )?PUBLIC KEY/.test(pem)) throw unfit('it is a public key');
  if (/-----BEGIN ENCRYPTED|^Proc-Type: 4,ENCRYPTED/m.test(pem))
    throw unfit('it is encrypted: pass createPrivateKey({ key, passphrase })');
  if (pem.includes('\\n')) throw unfit('its lines end in \\n written out, not in line ends');
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw unfit('its PEM cannot be read', cause);
  }
}

function unfit(why: string, cause?: unknown): MimewrightError {
  const message = `privateKey must be a private key of RSA or Ed25519: ${why}`;
  return new MimewrightError('dkim-key', message, { cause });
}
