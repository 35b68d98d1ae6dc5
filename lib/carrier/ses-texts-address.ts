/** What SES says of addresses, in header fields and in the request. */

import { issue, MESSAGE_CODES, type SesText, type SesTextRow, sesText } from './ses-text.ts';
import { addressListRows } from './ses-texts-address-list.ts';

const FORWARDER = 'arithmetric/aws-lambda-ses-forwarder';

const LOCAL_PART: readonly SesTextRow[] = [
  {
    text: "Missing final '@domain'",
    cause: 'an address has no "@" and domain, or a piece of a display name is read as an address',
    remedy: 'Complete the address; quote a display name with a comma; encode the name alone.',
    seen: [
      'an empty Source',
      'a word alone where an address is due: `CloudCustodian`',
      'name and address together inside one encoded-word',
      'a display name with a comma outside quotes, in a field that may hold several addresses',
      'a list pasted as text where an address is due',
    ],
    rules: [
      'address/missing-domain',
      'address/unquoted-specials',
      'address/group-syntax',
      'address/null',
    ],
    sources: [
      issue('boto/boto', 351),
      issue('cloud-custodian/cloud-custodian', 8051),
      issue('cloud-custodian/cloud-custodian', 885),
      'https://stackoverflow.com/questions/21305454',
      issue('anymail/django-anymail', 281),
      issue('smartinez87/exception_notification', 132),
    ],
  },
  {
    text: 'Local address contains control or whitespace',
    cause:
      'a blank, a control character or a letter outside ASCII stands before the "@" of an address',
    remedy: 'Take it out; SES cannot send to local parts outside ASCII.',
    seen: [
      '`name @host`',
      'a line break in a display name',
      'a symbol in the local part',
      'a local part and domain in Unicode',
    ],
    rules: [
      'address/local-part-control',
      'address/non-ascii-local',
      'address/unquoted-specials',
      'address/group-syntax',
      'address/display-name-line-break',
      'address/invisible-character',
    ],
    sources: [
      issue('openstax/accounts', 253),
      issue('rdunlop/unicycling-registration', 749),
      'https://stackoverflow.com/questions/38808009',
      issue('aws/aws-sdk-rails', 16),
    ],
  },
  {
    text: 'Local address contains illegal character',
    cause:
      'one of ( ) < > , ; : \\ " [ ] @ stands unquoted before the "@" of an address, mostly a colon',
    remedy: 'Put a display name that holds a colon in double quotes; pass addresses alone.',
    seen: [
      'a display name with a colon outside quotes: `DEBUG: Name <a@b>`',
      'the line of a field as a recipient of the request: `To: a@b`',
      '`github:login` where an address is due',
    ],
    rules: [
      'address/local-part-character',
      'address/unquoted-specials',
      'address/group-syntax',
      'ses/recipient-entry-header-name',
    ],
    sources: [
      issue('boto/botocore', 1774),
      issue('soto-project/soto', 331),
      issue('hcengineering/platform', 7864),
    ],
  },
  {
    text: 'Missing local name',
    cause: 'nothing stands before the "@" of an address',
    remedy: 'Complete the address, or take it out.',
    rules: ['address/missing-local-part'],
    seen: ['a forwarded message; the address is not shown in the report'],
    sources: [issue(FORWARDER, 103)],
  },
  {
    text: 'Empty address',
    cause: 'the angle brackets of an address are empty: `Name <>`',
    remedy: 'Write the address into them, or take the entry out.',
    rules: ['address/null'],
  },
  {
    text: 'Quote not at start of local address',
    cause: 'a double quote opens in the middle of a local part',
    remedy: 'Quote the whole local part or none of it.',
    rules: ['address/local-part-quote'],
  },
  {
    text: 'Quote not at end of local address',
    cause: 'a quoted local part goes on behind its closing quote',
    remedy: 'Quote the whole local part or none of it.',
    rules: ['address/local-part-quote'],
  },
  {
    text: 'Unterminated quote',
    cause: 'a double quote that opens in an address is never closed',
    remedy: 'Close the quote.',
    rules: ['rfc5322/quoted-string-unclosed'],
  },
];

const DOMAIN: readonly SesTextRow[] = [
  {
    text: 'Missing domain',
    cause: 'nothing stands behind the "@" of an address',
    remedy: 'Complete the address.',
    seen: ['a quoted local part with "@" in it, or a trailing dot; the report is not clear'],
    rules: ['address/missing-domain'],
    sources: [issue('brave/accounts', 35)],
  },
  {
    text: 'Domain contains illegal character',
    cause: 'a domain holds what is neither a letter or digit of ASCII nor "-" or "."',
    remedy: 'Correct the domain; write one outside ASCII as Punycode (xn--…).',
    seen: [
      '`<a@gmail.com%!>`',
      'a domain outside ASCII',
      'a recipient of the v2 API',
      'a bad Return-Path field',
    ],
    rules: [
      'address/domain-character',
      'address/unquoted-specials',
      'address/group-syntax',
      'address/non-ascii-domain',
    ],
    sources: [
      issue('SebastiaanKlippert/lambda-ses-forwarder', 2),
      issue('18F/identity-idp', 7380),
      issue('awslabs/aws-sdk-rust', 881),
      issue('mageplaza/magento-2-smtp', 217),
    ],
  },
  {
    text: 'Domain contains control or whitespace',
    cause: 'a blank, a control character or a letter outside ASCII stands in a domain',
    remedy: 'Take it out; write a domain outside ASCII as Punycode (xn--…).',
    seen: ['not shown in the report'],
    rules: [
      'address/domain-control',
      'address/invisible-character',
      'address/non-ascii-domain',
      'address/unquoted-specials',
      'address/group-syntax',
    ],
    sources: [issue('monde-sistemas/delphi-aws-ses', 22)],
  },
  {
    text: 'Domain starts with dot',
    cause: 'a dot stands right behind the "@"',
    remedy: 'Take the dot out.',
    rules: ['address/domain-dots'],
  },
  {
    text: 'Domain contains dot-dot',
    cause: 'two dots stand together in a domain',
    remedy: 'Take one of the dots out.',
    rules: ['address/domain-dots'],
  },
  {
    text: 'Domain ends with dot',
    cause: 'a dot stands at the end of a domain',
    remedy: 'Take the dot out.',
    rules: ['address/domain-dots'],
  },
];

/** In the order of the parts of an address. */
export const sesAddressTexts: readonly SesText[] = [
  ...LOCAL_PART,
  ...DOMAIN,
  ...addressListRows,
].map(sesText('address', MESSAGE_CODES, "the address grammar that SES's answers match"));
