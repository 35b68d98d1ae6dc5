/** The tags of a signature: RFC 6376 §3.2, §3.5. */

import { everywhere, type MessageRule } from '../../rule.ts';
import { type FaultRow, faultRule } from './fault-rule.ts';

const rows: readonly FaultRow[] = [
  {
    id: 'dkim/tag-list-syntax',
    aliases: [],
    severity: everywhere('error'),
    summary: 'A signature is a list of tag=value pairs with ";" between them',
    remedy: 'Write v=1; a=rsa-sha256; and so on, and sign again.',
    sources: ['RFC 6376 §3.2'],
    causes: ['semicolon-missing', 'tag-list-syntax'],
    describe: (found, { cause, start, end }) => {
      if (cause === 'semicolon-missing')
        return `no ";" before ${found}: it is read as part of the tag before it`;
      return start === end ? 'nothing before a ";"' : `no tag=value pair: ${found}`;
    },
  },
  {
    id: 'dkim/duplicate-tag',
    aliases: [],
    severity: everywhere('error'),
    summary: 'Each tag of a signature is given once',
    remedy: 'Leave one of them, and sign again: the whole signature is void.',
    sources: ['RFC 6376 §3.2'],
    causes: ['duplicate-tag'],
    describe: (found) => `the tag ${found} is given twice`,
  },
  {
    id: 'dkim/required-tag-missing',
    aliases: [],
    severity: everywhere('error'),
    summary: 'A signature has the tags v, a, b, bh, d, h and s',
    remedy: 'Sign again: without it the signature is void.',
    sources: ['RFC 6376 §3.5', 'RFC 6376 §6.1.1'],
    causes: ['required-tag-missing'],
    describe: (_, { tag = '' }) => `the tag ${tag}= is missing`,
  },
  {
    id: 'dkim/version',
    aliases: [],
    severity: everywhere('error'),
    summary: 'A signature is of version 1',
    remedy: 'Write v=1, and sign again.',
    sources: ['RFC 6376 §3.5'],
    causes: ['version'],
    describe: (found) => `v= is ${found}; 1 is allowed`,
  },
  {
    id: 'dkim/number-syntax',
    aliases: [],
    severity: everywhere('error'),
    summary: 'The tags l, t and x of a signature are whole numbers',
    remedy: 'Write seconds since 1970 into t= and x=, octets into l=, and sign again.',
    sources: ['RFC 6376 §3.5'],
    causes: ['length-syntax', 'time-syntax'],
    describe: (found, { tag = '' }) => `${tag}= is ${found}, no whole number`,
  },
  {
    id: 'dkim/canonicalization',
    aliases: [],
    severity: everywhere('error'),
    summary: 'A signature is canonicalized as simple or relaxed',
    remedy: 'Sign again with c=relaxed/relaxed.',
    sources: ['RFC 6376 §3.4', 'RFC 6376 §3.5'],
    causes: ['canonicalization'],
    describe: (found) => `c= is ${found}; simple and relaxed are allowed, with "/" between two`,
  },
  {
    id: 'dkim/query',
    aliases: [],
    severity: everywhere('info'),
    summary: 'The key of a signature is asked of DNS',
    remedy: 'Leave q= out, or write dns/txt: verifiers know no other way to the key.',
    sources: ['RFC 6376 §3.5'],
    causes: ['query-unknown'],
    describe: (found) => `q= is ${found}; dns/txt is allowed`,
  },
];

export const tagRules: readonly MessageRule[] = rows.map(faultRule);
