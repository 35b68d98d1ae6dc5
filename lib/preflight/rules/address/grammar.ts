/** Addresses that the carrier's grammar refuses: RFC 5322 §3.4, and SES's own texts. */

import type { AddressCause, AddressFault } from '../../../carrier/address-fault.ts';
import type { Evidence } from '../../../carrier/evidence.ts';
import { quoted } from '../../../errors.ts';
import { type AddressRule, everywhere } from '../../rule.ts';

const JAVAMAIL_GRAMMAR = "the address grammar that SES's answers match";

/** What differs from rule to rule; all are errors of form. */
interface Row {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly causes: readonly AddressCause[];
  readonly evidence: Evidence;
  readonly summary: string;
  readonly remedy: string;
  readonly sources: readonly string[];
  readonly describe: (fault: AddressFault, written: string) => string;
}

const rows: readonly Row[] = [
  {
    id: 'address/null',
    aliases: ['ses/address-empty'],
    causes: ['empty-address'],
    evidence: 'inferred',
    summary: 'Angle brackets hold an address',
    remedy: 'Write the address between the angle brackets, or take the mailbox out.',
    sources: ['RFC 5322 §3.4'],
    describe: (_, written) => `the angle brackets are empty: ${quoted(written)}`,
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
    evidence: 'observed',
    summary: 'An address has a domain after an @',
    remedy:
      'Complete the address: local-part@domain. Encode display names only, never the address.',
    sources: ['RFC 5322 §3.4.1', 'https://github.com/cloud-custodian/cloud-custodian/issues/885'],
    describe: ({ cause }, written) =>
      cause === 'missing-at'
        ? `not an address, for it has no @domain: ${quoted(written)}`
        : `nothing stands after the @: ${quoted(written)}`,
  },
  {
    id: 'address/missing-local-part',
    aliases: ['address/invalid', 'ses/address-no-local'],
    causes: ['missing-local-part'],
    evidence: 'observed',
    summary: 'An address has a local part before its @',
    remedy: 'Complete the address: local-part@domain.',
    sources: [
      'RFC 5322 §3.4.1',
      'https://github.com/arithmetric/aws-lambda-ses-forwarder/issues/103',
    ],
    describe: (_, written) => `nothing stands before the @: ${quoted(written)}`,
  },
  {
    id: 'address/local-part-control',
    aliases: ['address/invalid', 'ses/address-local-space-or-control'],
    causes: ['local-part-control'],
    evidence: 'observed',
    summary: 'A local part holds no blanks and no control characters',
    remedy: 'Take the blank or control character out; separate addresses with commas.',
    sources: ['RFC 5322 §3.4.1', 'https://github.com/openstax/accounts/issues/253'],
    describe: (_, written) =>
      `a blank or control character in the local part of ${quoted(written)}`,
  },
  {
    id: 'address/non-ascii-local',
    aliases: ['ses/address-local-non-ascii'],
    causes: ['local-part-non-ascii'],
    evidence: 'observed',
    summary: 'A local part is ASCII',
    remedy: 'Use another address: SES has no SMTPUTF8, and Punycode is for domains only.',
    sources: ['RFC 6531 §3.2', 'https://docs.aws.amazon.com/ses/latest/dg/send-email-raw.html'],
    describe: (_, written) => `the local part is not ASCII: ${quoted(written)}`,
  },
  {
    id: 'address/local-part-character',
    aliases: ['address/invalid', 'ses/address-local-illegal-char'],
    causes: ['local-part-character'],
    evidence: 'observed',
    summary: 'A local part without quotes holds none of ()<>,;:\\"[]@',
    remedy: 'Correct the address, or quote the display name: "DEBUG: Ann" <ann@example.com>.',
    sources: ['RFC 5322 §3.2.3', 'https://github.com/boto/botocore/issues/1774'],
    describe: (_, written) => `a character that a local part may not hold, in ${quoted(written)}`,
  },
  {
    id: 'address/local-part-quote',
    aliases: ['address/invalid', 'ses/address-local-quote-position'],
    causes: ['quote-position'],
    evidence: 'inferred',
    summary: 'Quotes in an address span its whole local part',
    remedy: 'Quote the local part as a whole, "like this"@example.com, or take the quotes out.',
    sources: ['RFC 5322 §3.4.1'],
    describe: (_, written) => `a quote within the local part of ${quoted(written)}`,
  },
  {
    id: 'rfc5322/quoted-string-unclosed',
    aliases: ['ses/address-unbalanced-quote', 'ses/encoded-word-raw-special'],
    causes: ['quote-unclosed'],
    evidence: 'observed',
    summary: 'A quoted string ends with a quote',
    remedy: 'Close the quote; within a display name write \\" or encode the name.',
    sources: ['RFC 5322 §3.2.4', 'https://github.com/mageplaza/magento-2-smtp/issues/265'],
    describe: (_, written) => `a quote that is not closed, in ${quoted(written)}`,
  },
  {
    id: 'address/unbalanced-angle',
    aliases: ['ses/address-unbalanced-angle'],
    causes: ['angle-unbalanced'],
    evidence: 'inferred',
    summary: 'Angle brackets come in pairs',
    remedy: 'Write the missing angle bracket, or quote the display name that holds one.',
    sources: ['RFC 5322 §3.4'],
    describe: ({ text }, written) => `${text.replace('Missing', 'no')} in ${quoted(written)}`,
  },
  {
    id: 'rfc5322/comment-unbalanced',
    aliases: ['ses/address-unbalanced-comment'],
    causes: ['comment-unbalanced'],
    evidence: 'inferred',
    summary: 'Parentheses come in pairs',
    remedy: 'Quote the display name that holds the parenthesis, or write the missing one.',
    sources: ['RFC 5322 §3.2.2'],
    describe: ({ text }, written) => `${text.replace('Missing', 'no')} in ${quoted(written)}`,
  },
  {
    id: 'address/domain-literal-unclosed',
    aliases: ['address/invalid', 'ses/address-unbalanced-literal'],
    causes: ['literal-unclosed'],
    evidence: 'inferred',
    summary: 'Square brackets come in pairs',
    remedy: 'Quote the display name that holds the bracket, or write the missing one.',
    sources: ['RFC 5322 §3.4.1'],
    describe: (_, written) => `no ']' in ${quoted(written)}`,
  },
  {
    id: 'address/missing-comma',
    aliases: ['ses/address-extra-angle'],
    causes: ['extra-angle'],
    evidence: 'observed',
    summary: 'A comma stands between two mailboxes',
    remedy: 'Write the comma, or quote the display name that holds an address.',
    sources: ['RFC 5322 §3.4', 'https://github.com/arithmetric/aws-lambda-ses-forwarder/issues/48'],
    describe: (_, written) => `a second address in angle brackets, in ${quoted(written)}`,
  },
  {
    id: 'address/source-route',
    aliases: ['ses/address-source-route'],
    causes: ['source-route'],
    evidence: 'inferred',
    summary: 'An address has no source route',
    remedy: 'Take out what stands before the last colon.',
    sources: ['RFC 5322 §4.4'],
    describe: (_, written) => `a malformed source route in ${quoted(written)}`,
  },
  {
    id: 'address/semicolon-separator',
    aliases: ['ses/address-semicolon'],
    causes: ['semicolon'],
    evidence: 'inferred',
    summary: 'Addresses are separated by commas',
    remedy: 'Write a comma in place of the semicolon, or quote the display name that holds it.',
    sources: ['RFC 5322 §3.4'],
    describe: (_, written) => `a semicolon outside of a group, in ${quoted(written)}`,
  },
  {
    id: 'address/group-syntax',
    aliases: ['ses/address-nested-group'],
    causes: ['group-unclosed', 'nested-group'],
    evidence: 'inferred',
    summary: 'A group ends with a semicolon and holds no group',
    remedy: 'Write name: address, address; or quote the display name that holds the colon.',
    sources: ['RFC 5322 §3.4'],
    describe: ({ cause }, written) =>
      cause === 'nested-group'
        ? `a group within a group, in ${quoted(written)}`
        : `a group that no semicolon ends, in ${quoted(written)}`,
  },
  {
    id: 'address/unquoted-specials',
    aliases: ['ses/display-name-unquoted-special'],
    causes: ['display-name-special'],
    evidence: 'observed',
    summary: 'A display name with specials is quoted',
    remedy: 'Quote the display name: "Doe, Ann" <ann@example.com>.',
    sources: ['RFC 5322 §3.2.3', 'https://github.com/boto/botocore/issues/1774'],
    describe: (_, written) =>
      `a comma or colon in a display name without quotes: ${quoted(written)}`,
  },
  {
    id: 'address/domain-control',
    aliases: ['address/invalid', 'ses/address-domain-space-or-control'],
    causes: ['domain-control'],
    evidence: 'observed',
    summary: 'A domain holds no blanks and no control characters',
    remedy: 'Take the blank or control character out; separate addresses with commas.',
    sources: ['RFC 5321 §4.1.2', 'https://github.com/monde-sistemas/delphi-aws-ses/issues/22'],
    describe: (_, written) => `a blank or control character in the domain of ${quoted(written)}`,
  },
  {
    id: 'address/domain-character',
    aliases: ['address/label-invalid', 'ses/address-domain-illegal-char'],
    causes: ['domain-character'],
    evidence: 'observed',
    summary: 'A domain holds letters, digits, hyphens and dots',
    remedy: 'Correct the domain.',
    sources: [
      'RFC 1123 §2.1',
      'https://github.com/SebastiaanKlippert/lambda-ses-forwarder/issues/2',
    ],
    describe: (_, written) => `a character that a domain may not hold, in ${quoted(written)}`,
  },
  {
    id: 'address/non-ascii-domain',
    aliases: ['ses/address-domain-non-ascii'],
    causes: ['domain-non-ascii'],
    evidence: 'inferred',
    summary: 'A domain is written in A-labels',
    remedy: 'Write the domain in Punycode: xn--bcher-kva.example for bücher.example.',
    sources: ['RFC 5890 §2.3.2.1', 'https://docs.aws.amazon.com/ses/latest/dg/send-email-raw.html'],
    describe: (_, written) => `the domain is not ASCII: ${quoted(written)}`,
  },
  {
    id: 'address/domain-dots',
    aliases: ['address/label-invalid', 'ses/address-domain-dots'],
    causes: ['domain-dots'],
    evidence: 'inferred',
    summary: 'Dots in a domain stand between labels',
    remedy: 'Take the surplus dot out.',
    sources: ['RFC 5321 §4.1.2'],
    describe: (_, written) => `a dot too many in the domain of ${quoted(written)}`,
  },
  {
    id: 'ses/recipient-entry-multiple',
    aliases: ['ses/address-not-single'],
    causes: ['not-single'],
    evidence: 'observed',
    summary: 'An entry of the request holds one address',
    remedy: 'Pass each address as an entry of its own.',
    sources: ['https://github.com/awsdocs/aws-doc-sdk-examples/issues/5191'],
    describe: (_, written) => `not one address: ${quoted(written)}`,
  },
];

/** One rule for each cause, or for causes with one cure. */
export const addressRules: readonly AddressRule[] = rows.map((row) => ({
  ...row,
  kind: 'address',
  about: 'form',
  severity: everywhere('error'),
  sources: [...row.sources, JAVAMAIL_GRAMMAR],
  fixable: false,
}));
