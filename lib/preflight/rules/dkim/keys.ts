/** Algorithms and sizes of keys: RFC 6376 §3.3, RFC 8301, RFC 8463. */

import { base64Octets } from '../../../dkim/tag-values.ts';
import type { MessageSignature } from '../../message-signature.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { type FaultRow, faultRule } from './fault-rule.ts';
import { keyVerdicts } from './key-verdict.ts';

/** RFC 8301 §3.2: a signer should have a longer key. */
const RSA_OCTETS_ADVISED = 256;
const ED25519_OCTETS = 64;

const KEY_SOURCES: readonly string[] = [
  'RFC 8301 §3.2',
  'RFC 8463 §3',
  'https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-dkim-manual.html',
];

const rows: readonly FaultRow[] = [
  {
    id: 'dkim/algorithm-unknown',
    aliases: [],
    severity: everywhere('error'),
    summary: 'A signature is made by rsa-sha256 or ed25519-sha256',
    remedy: 'Sign again with a=rsa-sha256: all verifiers know it.',
    sources: ['RFC 6376 §3.3', 'RFC 8463 §3'],
    causes: ['algorithm-unknown'],
    describe: (found) => `a= is ${found}; rsa-sha256 and ed25519-sha256 are allowed`,
  },
  {
    id: 'dkim/rsa-sha1',
    aliases: [],
    severity: everywhere('error'),
    summary: 'A signature is not made by rsa-sha1',
    remedy: 'Sign again with a=rsa-sha256: verifiers no longer take rsa-sha1.',
    sources: ['RFC 8301 §3.1'],
    causes: ['rsa-sha1'],
    describe: () => 'a= is rsa-sha1, which verifiers must not take',
  },
  {
    id: 'dkim/base64-invalid',
    aliases: [],
    severity: everywhere('error'),
    summary: 'Signature and body hash are base64, the hash of 32 octets',
    remedy: 'Sign again: the signature cannot be read.',
    sources: ['RFC 6376 §3.5'],
    causes: ['base64-invalid', 'body-hash-octets'],
    describe: (found, { cause, tag = '' }) =>
      cause === 'base64-invalid'
        ? `${tag}= is not base64: ${found}`
        : `${tag}= is not base64 of 32 octets, which SHA-256 has: ${found}`,
  },
];

export const keyRules: readonly MessageRule[] = [
  ...rows.map(faultRule),
  {
    kind: 'message',
    id: 'dkim/key-too-short',
    aliases: ['ses/dkim-key-size'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A signature is made by an RSA key of 1024 bits or more, or by Ed25519',
    remedy: 'Sign again with an RSA key of 2048 bits.',
    sources: KEY_SOURCES,
    check(facts, report) {
      for (const signature of facts.signatures.judged) {
        const message = signature.isReadable ? sizeFault(signature) : undefined;
        if (message !== undefined) report(signature.siteOfTag('b'), message);
      }
      for (const { signature, kind, reason } of keyVerdicts(facts)) {
        if (kind === 'short') report(signature.siteOfTag('b'), reason);
      }
    },
  },
  {
    kind: 'message',
    id: 'dkim/key-below-2048',
    aliases: [],
    about: 'form',
    // Whoever signs should have a longer key, and all verifiers take this one.
    severity: everywhere('info'),
    summary: 'A signature is made by an RSA key of 2048 bits or more',
    remedy: 'Publish a key of 2048 bits under a new selector, and sign with it.',
    sources: KEY_SOURCES,
    check(facts, report) {
      const verdicts = keyVerdicts(facts).filter(({ kind }) => kind === 'short');
      const short = new Set(verdicts.map(({ signature }) => signature));
      for (const one of facts.signatures.judged) {
        const { algorithm, signature: made } = one.signature;
        if (!one.isReadable || algorithm !== 'rsa-sha256' || made === undefined) continue;
        if (made.length >= RSA_OCTETS_ADVISED || short.has(one)) continue;
        const bits = made.length * 8;
        report(one.siteOfTag('b'), `b= is of an RSA key of ${bits} bits; 2048 are advised`);
      }
    },
  },
];

/** What is wrong with the length of `b=`, which is that of the key. */
function sizeFault(one: MessageSignature): string | undefined {
  const isEd25519 = one.signature.algorithm === 'ed25519-sha256';
  const octets = base64Octets(one.valueOf('b'))?.length ?? 0;
  const isShort = one.faults.some(({ cause }) => cause === 'signature-octets');
  if (!isShort && !(isEd25519 && octets > ED25519_OCTETS)) return undefined;
  return isEd25519
    ? `b= holds ${octets} octets; Ed25519 makes ${ED25519_OCTETS}`
    : `b= is of an RSA key of ${octets * 8} bits; 1024 are the least`;
}
