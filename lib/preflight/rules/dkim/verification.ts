/** Signatures held against their keys, where the caller has them: RFC 6376 §6.1.2, §6.1.3. */

import { quoted } from '../../../errors.ts';
import type { MessageSignature } from '../../message-signature.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { keyName, keyVerdicts } from './key-verdict.ts';

export const verificationRules: readonly MessageRule[] = [
  {
    kind: 'message',
    id: 'dkim/signature-invalid',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A signature verifies with the key of its domain and selector',
    remedy: 'Sign last, over the fields as they are sent, with the key that is published.',
    sources: ['RFC 6376 §3.7', 'RFC 6376 §6.1.3'],
    check(facts, report) {
      for (const { signature, kind } of keyVerdicts(facts)) {
        if (kind !== 'invalid') continue;
        report(
          signature.siteOfTag('b'),
          `b= is not made over these fields by the key of ${nameOf(signature)}`,
        );
      }
    },
  },
  {
    kind: 'message',
    id: 'dkim/key-missing',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'The key of a signature is published',
    remedy: 'Publish the key under this name, or sign with a selector that has one.',
    sources: ['RFC 6376 §3.6.2', 'RFC 6376 §6.1.2'],
    check(facts, report) {
      for (const { signature, kind } of keyVerdicts(facts)) {
        if (kind !== 'missing') continue;
        report(signature.siteOfTag('s'), `there is no key at ${nameOf(signature)}`);
      }
    },
  },
  {
    kind: 'message',
    id: 'dkim/key-unusable',
    aliases: [],
    about: 'form',
    severity: everywhere('error'),
    summary: 'The key of a signature is sound, and meant for such signatures',
    remedy: 'Correct the record in DNS, or sign with a selector that has a sound one.',
    sources: ['RFC 6376 §3.6.1', 'RFC 6376 §6.1.2', 'RFC 8463 §4'],
    check(facts, report) {
      for (const { signature, kind, reason } of keyVerdicts(facts)) {
        if (kind !== 'unusable') continue;
        report(signature.siteOfTag('s'), `${nameOf(signature)}: ${reason}`);
      }
    },
  },
];

function nameOf({ signature: { domain = '', selector = '' } }: MessageSignature): string {
  return quoted(keyName({ domain, selector }));
}
