/** Public keys: records of DNS as in RFC 6376 §3.6.1 and RFC 8463 §4, or PEM. */

import { createPublicKey, type KeyObject } from 'node:crypto';
import { parseTagList } from './tag-list.ts';
import { type Algorithm, base64Octets } from './tag-values.ts';

/** A key, and what its record says of its use. */
export interface PublicKey {
  readonly key: KeyObject;
  readonly algorithm: Algorithm;
  /** Of the modulus; of Ed25519, 256. */
  readonly bits: number;
  /** `i=` must name the signing domain itself, none below it. */
  readonly isStrict: boolean;
}

/** Why there is no key. */
export interface NoKey {
  readonly reason: string;
}

/** What stands before the 32 octets of an Ed25519 key in a SubjectPublicKeyInfo: RFC 8410 §4. */
const ED25519_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const ED25519_OCTETS = 32;
const ED25519_BITS = 256;

/**
 * Reads a key.
 *
 * @param text What DNS answers at `SELECTOR._domainkey.DOMAIN`, its strings joined or in quotes; or
 *   PEM.
 */
export function publicKeyOf(text: string): PublicKey | NoKey {
  if (text.includes('-----BEGIN')) return pemKey(text);
  const { tags, repeated, malformed } = parseTagList(asRecord(text));
  const value = (name: string, usual = ''): string => tags.get(name)?.value ?? usual;
  if (malformed.length > 0) return { reason: 'the key record is no list of tag=value pairs' };
  if (repeated.length > 0) return { reason: 'the key record gives a tag twice' };
  if (value('v', 'DKIM1') !== 'DKIM1') return { reason: 'the key record is not of version DKIM1' };
  if (!listed(value('h', 'sha256'), 'sha256')) return { reason: 'the key is not for sha256' };
  const service = value('s', '*');
  if (!listed(service, '*') && !listed(service, 'email'))
    return { reason: 'the key is not for mail' };
  const found = recordKey(value('k', 'rsa').toLowerCase(), tags.get('p')?.value);
  return 'reason' in found ? found : { ...found, isStrict: listed(value('t'), 's') };
}

/** Zone files and `dig` show strings in quotes, and semicolons behind backslashes. */
function asRecord(text: string): string {
  const bare = text.trim();
  const isQuoted = bare.length > 1 && bare.startsWith('"') && bare.endsWith('"');
  const joined = isQuoted ? bare.slice(1, -1).replace(/"[ \t\r\n]*"/g, '') : text;
  return joined.replaceAll('\\;', ';');
}

function listed(values: string, wanted: string): boolean {
  return values.split(':').some((value) => value.trim().toLowerCase() === wanted);
}

type FoundKey = Omit<PublicKey, 'isStrict'>;

function recordKey(type: string, p: string | undefined): FoundKey | NoKey {
  if (p === undefined) return { reason: 'the key record has no p= tag' };
  if (p === '') return { reason: 'the key is revoked' };
  const octets = base64Octets(p);
  if (octets === undefined) return { reason: 'the key is not base64' };
  if (type === 'rsa') return ofAlgorithm('rsa-sha256', derKey(octets, ['spki', 'pkcs1']));
  if (type !== 'ed25519') return { reason: `the key is of the unknown type ${type}` };
  // Some publish the whole SubjectPublicKeyInfo, where RFC 8463 asks for its last octets alone.
  const isBare = octets.length === ED25519_OCTETS;
  const der = isBare ? Buffer.concat([ED25519_PREFIX, octets]) : octets;
  return ofAlgorithm('ed25519-sha256', derKey(der, ['spki']));
}

function ofAlgorithm(algorithm: Algorithm, found: FoundKey | NoKey): FoundKey | NoKey {
  const isOther = !('reason' in found) && found.algorithm !== algorithm;
  return isOther ? { reason: 'the key is not of the type that k= says' } : found;
}

function derKey(der: Buffer, types: readonly ('spki' | 'pkcs1')[]): FoundKey | NoKey {
  for (const type of types) {
    try {
      return keyFound(createPublicKey({ key: der, format: 'der', type }));
    } catch {
      // The next form, if there is one, says whether it is a key.
    }
  }
  return { reason: 'the key cannot be read' };
}

function pemKey(text: string): PublicKey | NoKey {
  try {
    const found = keyFound(createPublicKey(text));
    return 'reason' in found ? found : { ...found, isStrict: false };
  } catch {
    return { reason: 'the key cannot be read' };
  }
}

function keyFound(key: KeyObject): FoundKey | NoKey {
  if (key.asymmetricKeyType === 'ed25519') {
    return { key, algorithm: 'ed25519-sha256', bits: ED25519_BITS };
  }
  if (key.asymmetricKeyType !== 'rsa') return { reason: 'the key is neither RSA nor Ed25519' };
  return { key, algorithm: 'rsa-sha256', bits: key.asymmetricKeyDetails?.modulusLength ?? 0 };
}
