/** When a signature was made, and until when it holds: RFC 6376 §3.5. */

import { everywhere, type MessageRule } from '../../rule.ts';
import { type FaultRow, faultRule } from './fault-rule.ts';

const SECOND = 1000;
const HOUR = 3_600_000;

/** Later ones no Date can hold. */
const SECONDS_MAX = 8.64e12;

const order: FaultRow = {
  id: 'dkim/x-before-t',
  aliases: [],
  severity: everywhere('error'),
  summary: 'A signature expires after it was made',
  remedy: 'Write a later x=, or none, and sign again.',
  sources: ['RFC 6376 §3.5'],
  causes: ['expires-before-signing'],
  describe: (found, _, signature) => `x= is ${found}, not after ${signature.valueOf('t')} of t=`,
};

export const timeRules: readonly MessageRule[] = [
  faultRule(order),
  {
    kind: 'message',
    id: 'dkim/expired',
    aliases: ['ses/dkim-expired'],
    about: 'form',
    severity: everywhere('error'),
    summary: 'A signature has not expired when the message is sent',
    remedy: 'Sign again when the message is sent.',
    sources: ['RFC 6376 §3.5'],
    check({ signatures: { judged }, options: { now } }, report) {
      if (now === undefined) return;
      for (const one of judged) {
        const { expiresAt } = one.signature;
        if (!one.isReadable || expiresAt === undefined || hasFault(one)) continue;
        if (expiresAt * SECOND >= now.getTime()) continue;
        report(one.siteOfTag('x'), `x= is ${inWords(expiresAt)}: the signature has expired`);
      }
    },
  },
  {
    kind: 'message',
    id: 'dkim/t-in-future',
    aliases: [],
    about: 'form',
    severity: everywhere('warning'),
    summary: 'A signature is not made later than the message is sent',
    remedy: 'Set the clock of the signer, and sign again.',
    sources: ['RFC 6376 §3.5'],
    check({ signatures: { judged }, options: { now } }, report) {
      if (now === undefined) return;
      for (const one of judged) {
        const { signedAt } = one.signature;
        if (!one.isReadable || signedAt === undefined) continue;
        if (signedAt * SECOND <= now.getTime() + HOUR) continue;
        report(one.siteOfTag('t'), `t= is ${inWords(signedAt)}, which lies ahead`);
      }
    },
  },
];

/** What expires before it was made is told to do so. */
function hasFault({ faults }: { readonly faults: readonly { readonly cause: string }[] }): boolean {
  return faults.some(({ cause }) => cause === 'expires-before-signing');
}

function inWords(seconds: number): string {
  return seconds <= SECONDS_MAX ? new Date(seconds * SECOND).toISOString() : String(seconds);
}
