/** Signing, beside the least that it takes: the hash of the octets. */

import { createHash, createPrivateKey } from 'node:crypto';
import { sign } from 'mimewright/dkim';
import { fixture } from '../../support/fixture.ts';

export interface Signer {
  readonly name: string;
  readonly sign: (octets: Uint8Array) => unknown;
}

const domain = { domain: 'example.com', selector: 'mail' };
const ed25519 = createPrivateKey(fixture('dkim/rfc8463-ed25519.pem'));
const rsa = createPrivateKey(fixture('dkim/rsa-2048.pem'));

/**
 * The first is what the others are multiples of. The copy is that which the signed message is; the
 * key of Ed25519 is so fast that in long messages its column shows the work on the octets.
 */
export const signers: readonly Signer[] = [
  { name: 'SHA-256', sign: (octets) => createHash('sha256').update(octets).digest() },
  { name: 'copy', sign: (octets) => Buffer.from(octets) },
  { name: 'Ed25519', sign: (octets) => sign(octets, { ...domain, privateKey: ed25519 }) },
  { name: 'RSA of 2048', sign: (octets) => sign(octets, { ...domain, privateKey: rsa }) },
];
