/** Lists of addresses that the carrier's grammar refuses: RFC 5322 §3.4, and SES's own texts. */

import { quoted } from '../../../errors.ts';
import type { DefectCode } from '../../../reader/defect.ts';
import { excerpt } from '../../excerpt.ts';
import type { AddressRule, DefectNaming } from '../../rule.ts';
import { type AddressRow, addressRule } from './address-rule.ts';
import { areSoftSpecials } from './name-specials.ts';
import { namingInAddresses } from './noticed-address.ts';

const rows: readonly AddressRow[] = [
  {
    id: 'rfc5322/quoted-string-unclosed',
    aliases: ['ses/address-unbalanced-quote', 'ses/encoded-word-raw-special'],
    causes: ['quote-unclosed'],
    observed: ["Missing '\"'"],
    summary: 'A quoted string ends with a quote',
    remedy: 'Close the quote; within a display name write \\" or encode the name.',
    sources: ['RFC 5322 §3.2.4', 'https://github.com/mageplaza/magento-2-smtp/issues/265'],
    describe: (_, { written }) => `a quote that is not closed: ${quoted(written)}`,
    noticed: unbalanced('quoted-string-unclosed', 'a quote that is not closed'),
  },
  {
    id: 'address/unbalanced-angle',
    aliases: ['ses/address-unbalanced-angle'],
    causes: ['angle-unbalanced'],
    observed: [],
    summary: 'Angle brackets come in pairs',
    remedy: 'Write the missing angle bracket, or quote the display name that holds one.',
    sources: ['RFC 5322 §3.4'],
    describe: ({ text }, { written }) => `${missing(text)}: ${quoted(written)}`,
    noticed: namingInAddresses(
      ['unbalanced-angle'],
      ({ found, written }) => `${found} without its other half: ${written}`,
    ),
  },
  {
    id: 'rfc5322/comment-unbalanced',
    aliases: ['ses/address-unbalanced-comment'],
    causes: ['comment-unbalanced'],
    observed: [],
    summary: 'Parentheses come in pairs',
    remedy: 'Quote the display name that holds the parenthesis, or write the missing one.',
    sources: ['RFC 5322 §3.2.2'],
    describe: ({ text }, { written }) => `${missing(text)}: ${quoted(written)}`,
    noticed: unbalanced('comment-unbalanced', 'a parenthesis without its other half'),
  },
  {
    id: 'address/domain-literal-unclosed',
    aliases: ['address/invalid', 'ses/address-unbalanced-literal'],
    causes: ['literal-unclosed'],
    observed: [],
    summary: 'Square brackets come in pairs',
    remedy: 'Quote the display name that holds the bracket, or write the missing one.',
    sources: ['RFC 5322 §3.4.1'],
    describe: ({ text }, { written }) => `${missing(text)}: ${quoted(written)}`,
  },
  {
    id: 'address/missing-comma',
    aliases: ['ses/address-extra-angle'],
    causes: ['extra-angle'],
    observed: ['Extra route-addr'],
    summary: 'A comma stands between two mailboxes',
    remedy: 'Write the comma, or quote the display name that holds an address.',
    sources: ['RFC 5322 §3.4', 'https://github.com/arithmetric/aws-lambda-ses-forwarder/issues/48'],
    describe: (_, { found, written }) =>
      `${quoted(found)} follows another address without a comma: ${quoted(written)}`,
    noticed: namingInAddresses(
      ['missing-comma'],
      ({ written }) => `no comma between this address and the next: ${written}`,
    ),
  },
  {
    id: 'address/semicolon-separator',
    aliases: ['ses/address-semicolon'],
    causes: ['semicolon'],
    observed: [],
    summary: 'Addresses are separated by commas',
    remedy: 'Write a comma in place of the semicolon, or quote the display name that holds it.',
    sources: ['RFC 5322 §3.4'],
    describe: (_, { written }) => `a semicolon that ends no group: ${quoted(written)}`,
    noticed: namingInAddresses(
      ['semicolon-separator'],
      ({ written }) => `a semicolon that ends no group: ${written}`,
    ),
  },
  {
    id: 'address/group-syntax',
    aliases: ['ses/address-nested-group'],
    causes: ['group-unclosed', 'nested-group'],
    observed: [],
    summary: 'A group ends with a semicolon and holds no group',
    remedy: 'Write name: address, address; or quote the display name that holds the colon.',
    sources: ['RFC 5322 §3.4'],
    describe: ({ cause }, { written }) =>
      cause === 'nested-group'
        ? `a second colon in one group: ${quoted(written)}`
        : `no semicolon ends the group that this colon starts: ${quoted(written)}`,
    noticed: namingInAddresses(
      ['group-syntax'],
      ({ written }, { defect }) => `a broken group (${defect.detail}): ${written}`,
    ),
  },
  {
    id: 'address/unquoted-specials',
    aliases: ['ses/display-name-unquoted-special'],
    causes: ['display-name-special'],
    observed: ['Illegal address', 'Local address contains illegal character'],
    summary: 'A display name with specials is quoted',
    remedy: 'Quote the name, "Doe, Ann" <ann@example.com>; in an encoded-word, write =2C.',
    sources: ['RFC 5322 §3.2.3', 'https://github.com/boto/botocore/issues/1774'],
    describe: (_, { found, written }) =>
      `a ${found.endsWith(',') ? 'comma' : 'colon'} in a display name without quotes: ${quoted(written)}`,
    noticed: namingInAddresses(['unquoted-specials'], ({ found, written }, { facts, defect }) =>
      areSoftSpecials(facts, defect)
        ? undefined
        : `${found} in a display name without quotes: ${written}`,
    ),
  },
  {
    id: 'address/not-single',
    aliases: ['address/invalid', 'ses/address-not-single', 'ses/recipient-entry-multiple'],
    causes: ['not-single'],
    observed: ['Illegal address'],
    summary: 'An entry of the request holds one address',
    remedy: 'Pass each address as an entry of its own.',
    sources: ['https://github.com/awsdocs/aws-doc-sdk-examples/issues/5191'],
    describe: (_, { written }) => `not one address: ${quoted(written)}`,
  },
];

/** Fields with parameters, of which `mime/parameter-unbalanced` tells. */
const PARAMETER_KINDS: readonly string[] = ['media-type', 'disposition'];

/** Structured fields of any kind have quoted strings and comments. */
function unbalanced(code: DefectCode, what: string): DefectNaming {
  const inAddresses = namingInAddresses([code], ({ written }) => `${what}: ${written}`);
  return {
    codes: inAddresses.codes,
    describe(noticed) {
      const { facts, field, defect } = noticed;
      if (field?.kind === 'addresses') return inAddresses.describe(noticed);
      if (field === undefined || PARAMETER_KINDS.includes(field.kind)) return undefined;
      return `${what}: ${excerpt(facts, defect)}`;
    },
  };
}

/** SES's own `Missing '>'` says best which one it is. */
function missing(text: string): string {
  return text.replace('Missing', 'no');
}

/** Faults of a list of mailboxes and groups, or of the display names in it. */
export const listRules: readonly AddressRule[] = rows.map(addressRule);
