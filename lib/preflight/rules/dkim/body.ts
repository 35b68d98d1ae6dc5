/** The body that was signed, and how much of it: RFC 6376 §3.5, §3.7, §8.2. */

import { quoted } from '../../../errors.ts';
import type { MessageFacts } from '../../facts.ts';
import type { MessageSignature } from '../../message-signature.ts';
import { everywhere, type MessageRule } from '../../rule.ts';

const LENGTH_SOURCES: readonly string[] = ['RFC 6376 §3.5', 'RFC 6376 §8.2'];
const SIGN_WHOLE = 'Sign again without l=: what it leaves open, anybody can write.';

export const bodyRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'dkim/body-hash-mismatch',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'The hash in bh= is that of the body',
    remedy: 'Sign last, over the body as it is sent; or take the signature out.',
    sources: ['RFC 6376 §3.7', 'RFC 6376 §6.1.3'],
    check(facts, report) {
      for (const { one, length, octets } of hashed(facts)) {
        if (one.isOfBody || (length ?? 0) > octets) continue;
        const found = one.bodyHash?.digest.toString('base64');
        const of = length === undefined ? 'this body' : `its first ${length} octets`;
        report(
          one.siteOfTag('bh'),
          `bh= is ${quoted(one.valueOf('bh'))}, and the hash of ${of} is ${quoted(found)}`,
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'dkim/body-length-too-big',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'The length in l= is not more than the octets of the body',
    remedy: 'Sign again without l=.',
    sources: ['RFC 6376 §3.5'],
    check(facts, report) {
      for (const { one, length = 0, octets } of hashed(facts)) {
        if (length <= octets) continue;
        report(one.siteOfTag('l'), `l= is ${one.valueOf('l')}, and the body has ${octets} octets`);
      }
    },
  },
  {
    kind: 'message',
    id: 'dkim/body-partly-signed',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A signature covers the body to its end',
    remedy: SIGN_WHOLE,
    sources: LENGTH_SOURCES,
    check(facts, report) {
      for (const { one, length, octets } of hashed(facts)) {
        if (length === undefined || length >= octets) continue;
        report(one.siteOfTag('l'), `l= leaves ${octets - length} of ${octets} octets unsigned`);
      }
    },
  },
  {
    kind: 'message',
    id: 'dkim/body-length-tag',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'A signature is over the body whatever its length',
    remedy: SIGN_WHOLE,
    sources: LENGTH_SOURCES,
    check(facts, report) {
      for (const { one, length, octets } of hashed(facts)) {
        if (length !== octets) continue;
        report(one.siteOfTag('l'), `l= is ${length}, all of the body: more can be added unseen`);
      }
    },
  },
];

interface Hashed {
  readonly one: MessageSignature;
  /** As `l=` says. */
  readonly length: number | undefined;
  /** Of the canonical body. */
  readonly octets: number;
}

/** The signatures that say soundly what they are of. */
function hashed({ signatures: { judged } }: MessageFacts): readonly Hashed[] {
  return judged.flatMap((one) => {
    const { bodyHash } = one;
    if (bodyHash === undefined) return [];
    return [{ one, length: one.signature.length, octets: bodyHash.octets }];
  });
}
