/** What the keys that the caller knows say of the signatures: RFC 6376 §6.1.2, §6.1.3. */

import { readHead } from '../../../dkim/message-head.ts';
import { verify } from '../../../dkim/verify.ts';
import type { MessageFacts } from '../../facts.ts';
import type { MessageSignature } from '../../message-signature.ts';

/** A signature that does not verify, and why. */
export interface KeyVerdict {
  readonly signature: MessageSignature;
  /** `invalid`: the key is good, and the signature is not of it. */
  readonly kind: 'missing' | 'unusable' | 'short' | 'invalid';
  readonly reason: string;
}

const ED25519_OCTETS = 64;
const NONE: readonly KeyVerdict[] = [];

const verdicts = new WeakMap<MessageFacts, readonly KeyVerdict[]>();

/** Of the signatures that nothing else is wrong with; made once, and where there are keys alone. */
export function keyVerdicts(facts: MessageFacts): readonly KeyVerdict[] {
  if (facts.options.dkim === undefined) return NONE;
  const known = verdicts.get(facts);
  if (known !== undefined) return known;
  const sound = facts.signatures.judged.filter(isSound);
  const made = sound.length === 0 ? NONE : verdictsOf(facts, sound, facts.options.dkim.key);
  verdicts.set(facts, made);
  return made;
}

function isSound({
  faults,
  isOfBody,
  signature: { algorithm, signature },
}: MessageSignature): boolean {
  // An Ed25519 signature of another length is told without a key.
  if (algorithm === 'ed25519-sha256' && signature?.length !== ED25519_OCTETS) return false;
  return isOfBody && faults.every(({ cause }) => cause === 'query-unknown');
}

function verdictsOf(
  { octets }: MessageFacts,
  sound: readonly MessageSignature[],
  keyOf: (domain: string, selector: string) => string | undefined,
): readonly KeyVerdict[] {
  // What no verifier can make sense of, the rules of headers tell.
  if (readHead(octets).fault !== undefined) return NONE;
  const byStart = new Map(sound.map((one) => [one.field.span.start, one]));
  const missing = new Set<string>();
  const key = (domain: string, selector: string): string | undefined => {
    const record = keyOf(domain, selector);
    if (record === undefined) missing.add(keyName({ domain, selector }));
    return record;
  };
  return verify(octets, { key }).flatMap((verification): readonly KeyVerdict[] => {
    const { result, reason = '', span } = verification;
    const signature = byStart.get(span.start);
    if (signature === undefined || result === 'pass') return [];
    if (missing.has(keyName(verification))) return [{ signature, kind: 'missing', reason }];
    if (result === 'policy') return [{ signature, kind: 'short', reason }];
    return [{ signature, kind: result === 'fail' ? 'invalid' : 'unusable', reason }];
  });
}

/** Where DNS has the key. */
export function keyName(names: { readonly domain: string; readonly selector: string }): string {
  return `${names.selector}._domainkey.${names.domain}`;
}
