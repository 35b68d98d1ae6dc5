/** What SES says of the header section. */

import { guide, issue, MESSAGE_CODES, type SesText, type SesTextRow, sesText } from './ses-text.ts';

const FORWARDER = 'arithmetric/aws-lambda-ses-forwarder';

const ROWS: readonly SesTextRow[] = [
  {
    text: "Duplicate header '{field}'.",
    cause:
      'a field that SES takes once occurs again, or the blank line before the body is missing and fields of a part count',
    remedy: 'Keep one of them; set the field in one layer only; write the blank line.',
    seen: [
      'Content-Type: no blank line before the first delimiter, or a header line ended by CR alone',
      'MIME-Version or Content-Transfer-Encoding: written by two layers, or copied with a forwarded message',
      'DKIM-Signature, Delivered-To, Message-ID: left in a forwarded message',
      'List-Unsubscribe: set twice',
      'From: `from:` beside `From:`',
    ],
    rules: [
      'rfc5322/duplicate-header',
      'ses/header-once-only',
      'rfc5322/missing-separator',
      'rfc5322/bare-cr',
    ],
    evidence: 'documented',
    sources: [
      guide('header-fields'),
      issue('mozilla/fx-private-relay', 6801),
      issue('xreef/EMailSender', 49),
      issue('caronc/apprise', 41),
      issue('authelia/authelia', 498),
      issue(FORWARDER, 51),
      issue(FORWARDER, 8),
      issue('axllent/mailpit', 642),
      issue(FORWARDER, 58),
      issue(FORWARDER, 111),
      issue('WPManageNinja/fluent-smtp', 64),
      issue('acmailer/acmailer', 58),
      issue('mageplaza/magento-2-smtp', 193),
      issue('Drewster727/goes-notify', 10),
      issue('govCMS/GovCMS8', 437),
    ],
  },
  {
    text: "Missing required header 'From'.",
    cause: 'there is no From field, and the request names no sender',
    remedy: 'Write a From field.',
    seen: ['neither From nor Source', 'escaped line breaks: the two characters "\\n" as they are'],
    rules: ['rfc5322/from-missing', 'rfc5322/literal-escape', 'ses/raw-data-not-mime'],
    sources: [
      issue('aws/aws-sdk-php', 68),
      issue('loopingz/aws-smtp-relay', 6),
      issue('aws/aws-sdk-ruby', 1526),
    ],
  },
  {
    text: "Missing required header 'To'.",
    cause: 'there is no To field, and the request names no recipients',
    remedy: 'Pass the recipients in the request, or write a To field.',
    seen: [
      'no recipient list and no To, with or without Bcc',
      'escaped line breaks: the two characters "\\n" as they are',
    ],
    rules: [
      'ses/recipients-missing',
      'ses/to-header-required',
      'rfc5322/literal-escape',
      'ses/raw-data-not-mime',
    ],
    sources: [
      issue('aws/aws-sdk-js', 893),
      issue('aristidb/aws', 73),
      issue('tastyigniter/TastyIgniter', 895),
      issue('aws/aws-xray-sdk-node', 354),
    ],
  },
  {
    text: "Empty required header 'To'.",
    cause: 'the To field is empty, which SES refuses also where the request names the recipients',
    remedy: 'Take the empty field out and pass the recipients in the request.',
    seen: ['`To:` with nothing behind it, by API and by SMTP with valid recipients'],
    rules: ['rfc5322/empty-field'],
    sources: [
      issue('daniel-zahariev/php-aws-ses', 32),
      issue('daniel-zahariev/php-aws-ses', 41),
      issue('fewlinesco/bamboo_smtp', 110),
    ],
  },
  {
    text: "Empty required header 'From'.",
    cause: 'the From field is empty',
    remedy: 'Write an address into it.',
    rules: ['rfc5322/empty-field'],
    evidence: 'inferred',
    sources: [issue('daniel-zahariev/php-aws-ses', 32)],
  },
  {
    text: 'Empty header names are illegal.',
    cause: 'a line of the header section starts with a colon, or the octets are no message at all',
    remedy: 'Take the line out; pass the octets of the message, not base64, a string or an object.',
    seen: [
      'a line that starts with ":"',
      'garbage, or data decoded twice',
      'a string where the SDK takes octets',
    ],
    rules: [
      'rfc5322/field-name-empty',
      'ses/raw-data-not-mime',
      'ses/raw-data-string',
      'rfc5322/missing-separator',
    ],
    sources: [
      issue('aws/aws-sdk-js', 4121),
      issue('aws/aws-sdk-php', 1459),
      issue('galtzo-floss/sanitize_email', 14),
      issue(FORWARDER, 123),
    ],
  },
  {
    text: 'Header section too long.',
    cause: 'the header section is longer than SES takes, mostly since no blank line ends it',
    remedy: 'Write the blank line behind the header section; shorten its fields.',
    seen: ['a message without a blank line, all of it one header section'],
    rules: ['rfc5322/header-section-too-large', 'rfc5322/missing-separator'],
    sources: [issue('aws/aws-sdk-php', 981)],
  },
  {
    text: "Illegal header '{field}'.",
    cause: 'until about 2015 SES took only fields of a list of its own',
    remedy: 'Nothing is left to do at SES today; look whether something else answers in its place.',
    seen: ['a field outside the list, 2011 to 2013'],
    sources: [
      issue('jmhobbs/Swiftmailer-Transport--AWS-SES', 13),
      issue('twilio/OpenVBX', 255),
      'https://aws.amazon.com/blogs/messaging-and-targeting/new-flexibility-with-email-headers-and-attachment-types/',
    ],
    isObsolete: true,
  },
];

/** In the order of how often they are reported. */
export const sesHeaderTexts: readonly SesText[] = ROWS.map(
  sesText('header', MESSAGE_CODES, guide('header-fields')),
);
