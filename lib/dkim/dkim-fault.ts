/** What can be wrong with a DKIM-Signature field in itself: RFC 6376 §3.5, RFC 8301, RFC 8463. */

import type { Span } from '../octets/span.ts';

/** Each cause, with the sentence that a verification gives as its reason. */
export const dkimFaults = {
  'tag-list-syntax': 'the field is no list of tag=value pairs',
  'duplicate-tag': 'a tag is given twice',
  'required-tag-missing': 'a tag that every signature needs is missing',
  version: 'the version is not 1',
  'algorithm-unknown': 'the algorithm is neither rsa-sha256 nor ed25519-sha256',
  'rsa-sha1': 'the algorithm is rsa-sha1, which RFC 8301 forbids',
  'base64-invalid': 'a signature or hash is not base64',
  'body-hash-octets': 'the body hash is not one of 32 octets',
  'signature-octets': 'the signature is too short for any key that may be used',
  canonicalization: 'the canonicalization is not made of simple and relaxed',
  'domain-syntax': 'a domain or selector is none',
  'identity-not-under-domain': 'the identity is not of the signing domain',
  'names-empty': 'the list of signed fields has an empty name',
  'name-syntax': 'the list of signed fields has a name that no field can have',
  'from-not-signed': 'the From field is not signed',
  'length-syntax': 'the body length is no number',
  'time-syntax': 'a time is no number of seconds',
  'expires-before-signing': 'the signature expires before it was made',
  'query-unknown': 'the query method is not dns/txt',
} as const;

export type DkimCause = keyof typeof dkimFaults;

/** One fault; its place is one in the text that was parsed. */
export interface DkimFault extends Span {
  readonly cause: DkimCause;
  /** The tag at fault, where it is one. */
  readonly tag?: string;
}
