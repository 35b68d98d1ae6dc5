/** Keys of specs: those of the RFCs, and some of our own; and what DNS says of them. */

import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { SignOptions } from '../../lib/dkim/sign-options.ts';
import { sign, verify } from '../../lib/dkim.ts';
import { fixture } from './fixture.ts';

/** The text of a file of `fixtures/dkim/`. */
export function pemOf(name: string): string {
  return fixture(`dkim/${name}.pem`).toString('latin1');
}

export const rsa: KeyObject = createPrivateKey(pemOf('rsa-2048'));
export const ed25519: KeyObject = createPrivateKey(pemOf('rfc8463-ed25519'));

/** The key record of a private key, as RFC 6376 §3.6.1 and RFC 8463 §4 have it. */
export function recordOf(key: KeyObject): string {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  if (key.asymmetricKeyType === 'ed25519') {
    return `v=DKIM1; k=ed25519; p=${der.subarray(-32).toString('base64')}`;
  }
  return `v=DKIM1; k=rsa; p=${der.toString('base64')}`;
}

/** What signing needs beside a message; the key is the fast one. */
export const signing: SignOptions = {
  domain: 'example.com',
  selector: 'mail',
  privateKey: ed25519,
};

/** Signs octets with {@link signing}, and what is given beside it. */
export function signed(octets: Uint8Array, options: Partial<SignOptions> = {}): Buffer {
  return Buffer.from(sign(octets, { ...signing, ...options }));
}

/** The results of the signatures of a message; with the key of {@link signing} if none is given. */
export function results(octets: Uint8Array, key: KeyObject = ed25519): readonly string[] {
  const record = recordOf(key);
  return verify(octets, { key: () => record }).map(({ result }) => result);
}

/** One message with CRLF. */
export function crlf(...lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'latin1');
}

export const plainMessage: Buffer = crlf(
  'From: Ann <ann@example.com>',
  'To: bob@example.org',
  'Subject: Hello',
  '',
  'Hello',
);
