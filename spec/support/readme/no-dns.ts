/** Loaded before a block of the README: what DNS would answer for the messages of `fixtures/`. */

import { createPublicKey } from 'node:crypto';
import dns from 'node:dns/promises';
import { syncBuiltinESMExports } from 'node:module';
import { fixture } from '../fixture.ts';

const keys: Readonly<Record<string, string>> = {
  'brisbane._domainkey.football.example.com': 'rfc8463-ed25519',
  'test._domainkey.football.example.com': 'rfc8463-rsa',
};

/** In strings of at most 255 octets, as records are. */
async function resolveTxt(name: string): Promise<string[][]> {
  const key = keys[name];
  if (key === undefined) throw Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND' });
  const der = createPublicKey(fixture(`dkim/${key}.pem`)).export({ type: 'spki', format: 'der' });
  const isRsa = key.endsWith('rsa');
  const octets = isRsa ? der : der.subarray(-32);
  const record = `v=DKIM1; k=${isRsa ? 'rsa' : 'ed25519'}; p=${octets.toString('base64')}`;
  return [record.match(/.{1,200}/g) ?? []];
}

Object.assign(dns, { resolveTxt });
syncBuiltinESMExports();
