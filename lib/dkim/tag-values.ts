/** The values of DKIM tags: RFC 6376 §3.5, RFC 8463 §3. */

import { type Canonicalization, canonicalizations } from './canonical-field.ts';

export type Algorithm = 'rsa-sha256' | 'ed25519-sha256';

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i;
const NAME_CHARACTERS = 253;
const BLANKS = /[ \t\r\n]+/g;
/** Without groups: one that is repeated a million times overflows the stack. */
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const QUANTUM = 4;

export function algorithmOf(value: string): Algorithm | undefined {
  const name = value.toLowerCase();
  return name === 'rsa-sha256' || name === 'ed25519-sha256' ? name : undefined;
}

/** The forms of header and body: one name alone is that of the header. */
export function formsOf(
  value: string,
): readonly [header: Canonicalization, body: Canonicalization] | undefined {
  const [first = '', second = 'simple', ...rest] = value.toLowerCase().split('/');
  const header = canonicalizations.find((form) => form === first);
  const body = canonicalizations.find((form) => form === second);
  return header && body && rest.length === 0 ? [header, body] : undefined;
}

/** Octets of base64 that may be folded; undefined for none, and for what is not base64. */
export function base64Octets(value: string): Buffer | undefined {
  const text = value.replace(BLANKS, '');
  const isBase64 = text.length % QUANTUM === 0 && BASE64.test(text);
  return isBase64 ? Buffer.from(text, 'base64') : undefined;
}

/** Whether a name may be looked up: labels of letters, digits, hyphens and underscores. */
export function isHostName(name: string): boolean {
  return name.length <= NAME_CHARACTERS && name.split('.').every((label) => LABEL.test(label));
}

/** The domain of an `i=` value, in lower case; blanks in such a value count for nothing: §2.11. */
export function identityDomain(value: string): string | undefined {
  const at = value.lastIndexOf('@');
  const domain = value
    .slice(at + 1)
    .replace(BLANKS, '')
    .toLowerCase();
  return at !== -1 && isHostName(domain) ? domain : undefined;
}
