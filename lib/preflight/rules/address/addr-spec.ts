/** Addr-specs that the carrier's grammar refuses: RFC 5322 §3.4.1, and SES's own texts. */

import { quoted } from '../../../errors.ts';
import type { AddressRule } from '../../rule.ts';
import { type AddressRow, addressRule, characterName } from './address-rule.ts';
import { namingInAddresses } from './noticed-address.ts';

const MAILTO = /(?:^|[\s<])mailto:/i;

const rows: readonly AddressRow[] = [
  {
    id: 'address/null',
    aliases: ['ses/address-empty', 'ses/recipient-entry-empty'],
    causes: ['empty-address'],
    observed: [],
    summary: 'A mailbox has an address',
    remedy: 'Write the address, or take the mailbox out.',
    sources: ['RFC 5322 §3.4', 'https://github.com/domdomegg/aws-ses-v2-local/issues/44'],
    describe: (_, { written }) =>
      `no address ${written.includes('<') ? 'in the angle brackets' : 'at all'}: ${quoted(written)}`,
    noticed: namingInAddresses(
      ['address-null'],
      ({ written }) => `no address in the angle brackets: ${written}`,
    ),
  },
  {
    id: 'address/missing-domain',
    aliases: [
      'address/invalid',
      'ses/address-no-at',
      'ses/address-no-domain',
      'ses/encoded-word-in-address',
    ],
    causes: ['missing-at', 'missing-domain'],
    observed: ["Missing final '@domain'", 'Missing domain'],
    summary: 'An address has a domain after an @',
    remedy:
      'Complete the address: local-part@domain. Encode the display name only, never the address.',
    sources: ['RFC 5322 §3.4.1', 'https://github.com/cloud-custodian/cloud-custodian/issues/885'],
    describe: ({ cause }, { found, written }) => {
      if (cause === 'missing-domain') return `no domain after the @: ${quoted(written)}`;
      const where = found === written ? '' : `, in ${quoted(written)}`;
      return `no @domain in the address ${quoted(found)}${where}`;
    },
    noticed: namingInAddresses(
      ['address-missing-domain'],
      ({ found }) => `no domain after the @: ${found}`,
    ),
  },
  {
    id: 'address/missing-local-part',
    aliases: ['address/invalid', 'ses/address-no-local'],
    causes: ['missing-local-part'],
    observed: ['Missing local name'],
    summary: 'An address has a local part before its @',
    remedy: 'Complete the address: local-part@domain.',
    sources: [
      'RFC 5322 §3.4.1',
      'https://github.com/arithmetric/aws-lambda-ses-forwarder/issues/103',
    ],
    describe: (_, { written }) => `no local part before the @: ${quoted(written)}`,
  },
  {
    id: 'address/local-part-control',
    aliases: ['address/invalid', 'ses/address-local-space-or-control'],
    causes: ['local-part-control'],
    observed: ['Local address contains control or whitespace'],
    summary: 'A local part holds no blanks and no control characters',
    remedy: 'Take it out; put a name before an address in angle brackets: Ann <ann@example.com>.',
    sources: ['RFC 5322 §3.4.1', 'https://github.com/openstax/accounts/issues/253'],
    describe: (_, { found, written }) =>
      `${characterName(found)} in a local part: ${quoted(written)}`,
  },
  {
    id: 'address/non-ascii-local',
    aliases: ['address/invalid', 'ses/address-local-non-ascii'],
    causes: ['local-part-non-ascii'],
    observed: ['Local address contains control or whitespace'],
    summary: 'A local part is ASCII',
    remedy: 'Use another address: SES has no SMTPUTF8, and Punycode is for domains only.',
    sources: ['RFC 6531 §3.2', 'https://docs.aws.amazon.com/ses/latest/dg/send-email-raw.html'],
    describe: (_, { found, written }) => `${quoted(found)} in a local part: ${quoted(written)}`,
  },
  {
    id: 'address/local-part-character',
    aliases: ['address/invalid', 'address/mailto-prefix', 'ses/address-local-illegal-char'],
    causes: ['local-part-character'],
    observed: ['Local address contains illegal character'],
    summary: 'A local part without quotes holds none of ()<>,;:\\"[]@',
    remedy:
      'Write the address alone (no mailto:), or quote the name: "DEBUG: Ann" <ann@b.example>.',
    sources: ['RFC 5322 §3.2.3', 'https://github.com/boto/botocore/issues/1774'],
    describe: (_, { found, written }) => {
      if (found === ':' && MAILTO.test(written)) return `a URI, no address: ${quoted(written)}`;
      return `${characterName(found)} in a local part without quotes: ${quoted(written)}`;
    },
    noticed: namingInAddresses(
      ['mailto-prefix'],
      ({ found, written }) => `${found} before an address: ${written}`,
    ),
  },
  {
    id: 'address/local-part-quote',
    aliases: ['address/invalid', 'ses/address-local-quote-position'],
    causes: ['quote-position'],
    observed: [],
    summary: 'Quotes in an address span its whole local part',
    remedy: 'Quote the local part as a whole, "like this"@example.com, or take the quotes out.',
    sources: ['RFC 5322 §3.4.1'],
    describe: (_, { written }) => `a quote in the middle of a local part: ${quoted(written)}`,
  },
  {
    id: 'address/source-route',
    aliases: ['ses/address-source-route'],
    causes: ['source-route'],
    observed: [],
    summary: 'An address has no source route',
    remedy: 'Take out what stands before the last colon.',
    sources: ['RFC 5322 §4.4'],
    describe: (_, { written }) => `a source route with a host that lacks its @: ${quoted(written)}`,
    noticed: namingInAddresses(['source-route'], ({ written }) => `a source route: ${written}`),
  },
  {
    id: 'address/domain-control',
    aliases: ['address/invalid', 'ses/address-domain-space-or-control'],
    causes: ['domain-control'],
    observed: ['Domain contains control or whitespace'],
    summary: 'A domain holds no blanks and no control characters',
    remedy: 'Take it out, and write a comma between two addresses.',
    sources: ['RFC 5321 §4.1.2', 'https://github.com/monde-sistemas/delphi-aws-ses/issues/22'],
    describe: (_, { found, written }) => `${characterName(found)} in a domain: ${quoted(written)}`,
  },
  {
    id: 'address/domain-character',
    aliases: ['address/invalid', 'address/label-invalid', 'ses/address-domain-illegal-char'],
    causes: ['domain-character'],
    observed: ['Domain contains illegal character'],
    summary: 'A domain holds letters, digits, hyphens and dots',
    remedy: 'Correct the domain: letters, digits, hyphens and dots are allowed.',
    sources: [
      'RFC 1123 §2.1',
      'https://github.com/SebastiaanKlippert/lambda-ses-forwarder/issues/2',
    ],
    describe: (_, { found, written }) => `${characterName(found)} in a domain: ${quoted(written)}`,
  },
  {
    id: 'address/non-ascii-domain',
    aliases: ['ses/address-domain-non-ascii'],
    causes: ['domain-non-ascii'],
    observed: [],
    summary: 'A domain is written in A-labels',
    remedy: 'Write the domain in Punycode: xn--bcher-kva.example for bücher.example.',
    sources: ['RFC 5890 §2.3.2.1', 'https://docs.aws.amazon.com/ses/latest/dg/send-email-raw.html'],
    describe: (_, { found, written }) => `${quoted(found)} in a domain: ${quoted(written)}`,
  },
  {
    id: 'address/domain-dots',
    aliases: ['address/invalid', 'address/label-invalid', 'ses/address-domain-dots'],
    causes: ['domain-dots'],
    observed: [],
    summary: 'Dots in a domain stand between labels',
    remedy: 'Take the surplus dot out.',
    sources: ['RFC 5321 §4.1.2'],
    describe: ({ text }, { written }) =>
      `${DOTS.get(text) ?? 'two dots in a row'} in a domain: ${quoted(written)}`,
  },
];

const DOTS: ReadonlyMap<string, string> = new Map([
  ['Domain starts with dot', 'a dot first'],
  ['Domain ends with dot', 'a dot last'],
]);

/** Faults within one address. */
export const addrSpecRules: readonly AddressRule[] = rows.map(addressRule);
