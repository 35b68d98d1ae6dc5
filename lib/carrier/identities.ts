/** Verified identities: which of them covers an address, and what SES says where none does. */

import { parseArn } from './arn.ts';
import { foldedDomain, mailboxParts } from './mailbox-parts.ts';

/** RFC 1035 §3.1; what is longer is below no domain. */
const DOMAIN_OCTETS_MAX = 253;

/**
 * The identities of one account in one region.
 *
 * The domain part has no case, and A-labels and U-labels are the same; the local part of an address
 * identity keeps its case. `ann@example.com` covers `ann+label@example.com` too; a domain covers its
 * subdomains and every address in both. What is neither a domain nor an address covers nothing.
 *
 * @see https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html (documented)
 */
export class Identities {
  readonly #byKey = new Map<string, string>();
  readonly #withoutCase = new Map<string, string>();

  /** @param identities Domains and addresses; of two for the same, the first counts. */
  constructor(identities: readonly string[]) {
    for (const identity of identities) {
      const key = keyOf(identity);
      if (key === undefined) continue;
      if (!this.#byKey.has(key)) this.#byKey.set(key, identity);
      const folded = key.toLowerCase();
      if (!this.#withoutCase.has(folded)) this.#withoutCase.set(folded, identity);
    }
  }

  /**
   * The most specific identity that covers an address, as it was given: the address itself, the
   * address without its label, the domain, then the domains above it.
   */
  covering(address: string): string | undefined {
    for (const key of keysFor(address)) {
      const identity = this.#byKey.get(key);
      if (identity !== undefined) return identity;
    }
    return undefined;
  }

  /** Of an address that none covers, the one that would if local parts had no case. */
  inOtherCase(address: string): string | undefined {
    if (this.covering(address) !== undefined) return undefined;
    for (const key of keysFor(address)) {
      const identity = this.#withoutCase.get(key.toLowerCase());
      if (identity !== undefined) return identity;
    }
    return undefined;
  }
}

/**
 * Whether the identity of an ARN covers an address.
 *
 * @param arn `arn:aws:ses:REGION:ACCOUNT:identity/IDENTITY`; what is none covers nothing.
 */
export function isCoveredByArn(arn: string, address: string): boolean {
  const identity = parseArn(arn)?.identity.text;
  return identity !== undefined && new Identities([identity]).covering(address) !== undefined;
}

/**
 * What SES answers where addresses are not verified.
 *
 * @param failed The mailboxes as they are written, display names included: those of From, then
 *   Sender, the source, Return-Path and, in the sandbox, the recipients. Observed are both a From with
 *   its name and a bare source in one answer; the order of others, and that what is written the same
 *   is named once, is inferred. SES cuts long lists by an ellipsis, nobody knows where.
 * @param region As in `eu-west-1`. Without it the answer ends behind its first sentence.
 * @see https://github.com/mageplaza/magento-2-smtp/issues/152 (observed)
 */
export function unverifiedText(failed: readonly string[], region?: string): string {
  const sentence = 'Email address is not verified.';
  if (region === undefined || region === '') return sentence;
  const list = [...new Set(failed)].join(', ');
  return `${sentence} The following identities failed the check in region ${region.toUpperCase()}: ${list}`;
}

/** An address or a domain, comparable; undefined for what is neither. */
function keyOf(identity: string): string | undefined {
  if (!identity.includes('@')) return identity === '' ? undefined : foldedDomain(identity);
  const { localPart, domain } = mailboxParts(identity);
  return localPart === '' || domain === '' ? undefined : `${localPart}@${domain}`;
}

/** The keys of all identities that cover an address, the most specific first. */
function keysFor(address: string): readonly string[] {
  const { localPart, domain } = mailboxParts(address);
  if (localPart === '' || domain === '') return [];
  const keys = [`${localPart}@${domain}`];
  const label = localPart.indexOf('+');
  if (label > 0) keys.push(`${localPart.slice(0, label)}@${domain}`);
  keys.push(domain);
  if (domain.length > DOMAIN_OCTETS_MAX) return keys;
  for (let dot = domain.indexOf('.'); dot !== -1; dot = domain.indexOf('.', dot + 1)) {
    keys.push(domain.slice(dot + 1));
  }
  return keys;
}
