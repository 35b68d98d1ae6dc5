/** The signatures of a message, so that their keys can be fetched: RFC 6376 §3.6.2. */

import { octetsArgument } from '../arguments.ts';
import { readHead } from './message-head.ts';
import { parseSignature } from './signature-field.ts';

/** What a DKIM-Signature field says of itself. */
export interface SignatureInfo {
  /** In lower case; empty where the field has none. */
  readonly domain: string;
  readonly selector: string;
  /** `rsa-sha256`, `ed25519-sha256`, or whatever stands there. */
  readonly algorithm: string;
  /** Names of the signed fields, as written, in order. */
  readonly fields: readonly string[];
}

/**
 * The signatures of a message in the order of their fields; whether they are good, `verify` says.
 *
 * @throws {MimewrightError} `value-type` or `value-missing` when the argument is no Uint8Array.
 * @example
 * for (const { domain, selector } of signatures(octets)) {
 *   records.set(domain, await resolveTxt(`${selector}._domainkey.${domain}`));
 * }
 */
export function signatures(octets: Uint8Array): readonly SignatureInfo[] {
  return readHead(octetsArgument('octets', octets))
    .fields.filter(({ lowerName }) => lowerName === 'dkim-signature')
    .map((field) => {
      const { domain = '', selector = '', names, tags } = parseSignature(field.unfolded());
      const algorithm = tags.get('a')?.value ?? '';
      return Object.freeze({
        domain,
        selector,
        algorithm,
        fields: Object.freeze(names.map(({ name }) => name)),
      });
    });
}
