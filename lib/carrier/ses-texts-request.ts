/** What SES says of a request as a whole: sizes, counts, recipients, tags. */

import { guide, issue, MESSAGE_CODES, type SesText, type SesTextRow, sesText } from './ses-text.ts';

const TAG_PAGE = 'https://docs.aws.amazon.com/ses/latest/APIReference/API_MessageTag.html';
const TAG_SNAPSHOT =
  'https://github.com/localstack/localstack/blob/master/tests/aws/services/ses/test_ses.snapshot.json';

const RECIPIENTS: readonly SesTextRow[] = [
  {
    text: 'Recipient count exceeds {limit}.',
    cause: 'the message goes to more than 50 recipients, members of groups and Bcc counted',
    remedy: 'Split the recipients over several calls: sendRawEmailBatches().',
    seen: ['51 and more recipients', 'three Bcc fields of 20 each'],
    rules: ['ses/recipient-count', 'ses/recipient-header-count'],
    evidence: 'documented',
    sources: [
      guide('quotas'),
      issue('doubleunion/arooo', 243),
      issue('thewca/worldcubeassociation.org', 9467),
      issue('boto/boto3', 4332),
    ],
  },
  {
    text: 'Invalid email address .',
    id: 'invalid-email-address-empty',
    cause: 'a recipient of the request is an empty string',
    remedy: 'Leave the empty entry out.',
    seen: ['an empty entry of the list of recipients'],
    rules: ['address/null'],
    sources: [issue('domdomegg/aws-ses-v2-local', 44), issue('awsdocs/aws-doc-sdk-examples', 1725)],
  },
  {
    text: 'Invalid email address<{address}>.',
    id: 'invalid-email-address-named',
    cause: 'an address is malformed, or longer than 320 octets',
    remedy: 'Correct the address.',
    seen: ['a custom verification mail to an address that is malformed or too long'],
    rules: ['ses/address-length', 'address/null'],
    sources: [issue('floci-io/floci', 1561)],
  },
  {
    text: 'Invalid email address',
    cause: 'a recipient of the request is no address',
    remedy: 'Correct the address.',
    seen: ['a recipient of the v2 API'],
    rules: ['address/null', 'address/missing-domain', 'address/not-single'],
    sources: [issue('aws/aws-sdk-js-v3', 6213)],
  },
  {
    text: "Address length is more than {limit} bytes long: '{mailbox}'",
    id: 'address-length',
    cause: 'a mailbox is longer than 320 octets, its encoded display name counted',
    remedy: 'Shorten the display name: encoded, it takes more room than it has letters.',
    seen: ['a long display name, or one that takes many encoded-words'],
    rules: ['ses/address-length'],
    sources: [
      issue('zulip/zulip', 17558),
      issue('mautic/mautic', 7732),
      issue('alphagov/notifications-utils', 628),
    ],
  },
  {
    text: 'Invalid RCPT TO address provided',
    cause: 'the SMTP endpoint does not take a recipient, such as one with a quoted local part',
    remedy: 'Correct the address; write the local part without quotes.',
    codes: [],
    smtp: ['501'],
    seen: ['a recipient with a quoted local part'],
    rules: ['address/quoted-local'],
    sources: [issue('IQSS/dataverse', 4490)],
  },
  {
    text: 'There are no recipients specified',
    cause: 'neither the request nor the fields of the message name a recipient',
    remedy: 'Pass the recipients in the request, or write a To field.',
    rules: ['ses/recipients-missing'],
    evidence: 'documented',
    sources: [guide('troubleshoot-error-messages')],
  },
];

const SIZES: readonly SesTextRow[] = [
  {
    text: "Message length is more than {limit} bytes long: '{octets}'.",
    id: 'message-length',
    cause: 'the message, its attachments as base64, is larger than the API takes: 10 MiB by v1',
    remedy: 'Send by API v2, which takes 40 MB, or send a link in place of the attachment.',
    seen: ['11.5 MiB by API v1'],
    rules: ['ses/message-size'],
    sources: [guide('quotas'), issue('aws/aws-sdk-go-v2', 1774)],
  },
  {
    text: 'Message is too long.',
    cause: 'the message is larger than the SMTP endpoint takes: 40 MB',
    remedy: 'Send a link in place of the attachment.',
    codes: [],
    smtp: ['552'],
    rules: ['ses/message-size'],
    evidence: 'documented',
    sources: [guide('troubleshoot-smtp')],
  },
];

const TAGS: readonly SesTextRow[] = [
  {
    text: 'The tag name must be specified.',
    cause: 'a message tag has an empty name',
    remedy: 'Name the tag, or leave it out.',
    rules: ['ses/tag-empty'],
  },
  {
    text: 'The tag value must be specified.',
    cause: 'a message tag has an empty value',
    remedy: 'Give the tag a value, or leave it out.',
    rules: ['ses/tag-empty'],
  },
  {
    text: 'Tag name cannot exceed 255 characters.',
    cause: 'the name of a message tag is longer than 255 characters; the documentation says 256',
    remedy: 'Shorten the name.',
    rules: ['ses/tag-name-length'],
  },
  {
    text: 'Tag value cannot exceed 255 characters.',
    cause: 'the value of a message tag is longer than 255 characters; the documentation says 256',
    remedy: 'Shorten the value.',
    rules: ['ses/tag-value-length'],
  },
  {
    text: "Invalid tag name <{name}>: only alphanumeric ASCII characters, '_',  '-' are allowed.",
    id: 'invalid-tag-name',
    cause: 'the name of a message tag holds what is neither a letter or digit of ASCII nor _ or -',
    remedy: 'Write the name in A to Z, a to z, 0 to 9, _ and -.',
    rules: ['ses/tag-name-chars'],
  },
  {
    text: "Invalid tag value <{value}>: only alphanumeric ASCII characters, '_',  '-' , '.', '@' are allowed.",
    id: 'invalid-tag-value',
    cause:
      'the value of a message tag holds what is neither a letter or digit of ASCII nor _ - . @',
    remedy: 'Write the value in A to Z, a to z, 0 to 9, _ - . and @.',
    rules: ['ses/tag-value-chars'],
  },
];

const tagSources = { sources: [TAG_SNAPSHOT, TAG_PAGE] };

/** Recipients, sizes, tags. */
export const sesRequestTexts: readonly SesText[] = [
  ...RECIPIENTS,
  ...SIZES,
  ...TAGS.map((row) => ({ ...tagSources, ...row })),
].map(sesText('request', MESSAGE_CODES, guide('quotas')));
