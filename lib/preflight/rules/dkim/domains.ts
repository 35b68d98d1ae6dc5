/** Whose a signature is: RFC 6376 §3.5, RFC 7489 §3.1.1. */

import { quoted } from '../../../errors.ts';
import { everywhere, type MessageRule } from '../../rule.ts';
import { type FaultRow, faultRule } from './fault-rule.ts';

const rows: readonly FaultRow[] = [
  {
    id: 'dkim/domain-syntax',
    aliases: ['dkim/non-ascii-domain'],
    severity: everywhere('error'),
    summary: 'DNS can be asked for the names in d=, s= and i=',
    remedy: 'Write labels of letters, digits and hyphens, others as xn--, and sign again.',
    sources: ['RFC 6376 §3.1', 'RFC 6376 §3.5'],
    causes: ['domain-syntax'],
    describe: (found, { tag = '' }) =>
      tag === 'i' ? `i= names no domain: ${found}` : `${tag}= is no name in DNS: ${found}`,
  },
  {
    id: 'dkim/i-not-under-d',
    aliases: [],
    severity: everywhere('error'),
    summary: 'The identity in i= is of the signing domain, or of one below it',
    remedy: 'Leave i= out, or name an identity of the domain in d=, and sign again.',
    sources: ['RFC 6376 §3.5', 'RFC 6376 §6.1.1'],
    causes: ['identity-not-under-domain'],
    describe: (found, _, signature) =>
      `i= is ${found}, which is not under ${quoted(signature.valueOf('d'))} of d=`,
  },
];

export const domainRules: readonly MessageRule[] = [
  ...rows.map(faultRule),
  {
    // Domains of one organization align, and without a list of public suffixes nobody knows which
    // names beside each other are of one: those are left alone.
    kind: 'message',
    id: 'dkim/d-not-aligned',
    aliases: ['ses/dkim-foreign'],
    about: 'choice',
    severity: everywhere('warning'),
    summary: 'A message is signed by the domain of From',
    remedy: 'Take out the signature of forwarded mail, and sign by the domain of From.',
    sources: [
      'RFC 7489 §3.1.1',
      'https://github.com/arithmetric/aws-lambda-ses-forwarder/issues/8',
    ],
    check({ signatures: { foreign, authors } }, report) {
      if (foreign === undefined) return;
      report(
        foreign.siteOfTag('d'),
        `d= is ${quoted(foreign.valueOf('d'))}, and From is of ${quoted(authors[0])}: DMARC ignores it`,
        { refuses: false, evidence: 'observed' },
      );
    },
  },
];
