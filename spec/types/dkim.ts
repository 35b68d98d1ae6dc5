/** Signing keeps what it is given; compiled, never run. */

import type { KeyObject } from 'node:crypto';
import { sign, signatures, type Verification, verify } from '../../lib/dkim.ts';
import type { RawMessage } from '../../lib/index.ts';

declare const raw: RawMessage;
declare const octets: Uint8Array;
declare const keyObject: KeyObject;

const options = { domain: 'example.com', selector: 'mail', privateKey: 'PEM' };

/** A raw message stays one, with its envelope; octets stay octets. */
export const message: RawMessage = sign(raw, options);
export const recipients: readonly string[] = sign(raw, options).envelope.to;
export const signed: Uint8Array = sign(octets, { ...options, privateKey: keyObject });

/** A result is exhaustive. */
export function isGood({ result }: Verification): boolean {
  switch (result) {
    case 'pass':
      return true;
    case 'fail':
    case 'policy':
    case 'permerror':
      return false;
    default:
      return result satisfies never;
  }
}

/** Where no key was found, there is none. */
const records = new Map<string, string>();
export const all: readonly Verification[] = verify(octets, {
  key: (domain, selector) => records.get(`${selector}._domainkey.${domain}`),
});
export const asked: readonly string[] = signatures(octets).map(({ domain }) => domain);

// @ts-expect-error: a text is no message
sign('From: a@example.com', options);
// @ts-expect-error: a key is due
sign(octets, { domain: 'example.com', selector: 'mail' });
// @ts-expect-error: l= is never written
sign(octets, { ...options, length: 5 });
// @ts-expect-error: both forms are named
sign(octets, { ...options, canonicalization: 'relaxed' });
// @ts-expect-error: keys are fetched before
verify(octets, { key: async () => 'p=' });
// @ts-expect-error: of octets, not of a message
signatures(raw);
