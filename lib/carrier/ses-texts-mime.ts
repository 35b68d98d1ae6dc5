/** What SES says of media types, parameters and parts. */

import { issue, MESSAGE_CODES, type SesText, type SesTextRow, sesText } from './ses-text.ts';

const CORRECT_TYPE = 'Write type/subtype, then parameters: text/plain; charset=utf-8.';
const QUOTE_VALUE = 'Write the value in double quotes, or as an extended parameter (RFC 2231).';

const FIELDS: readonly SesTextRow[] = [
  {
    text: "Expected '/', got {token}",
    id: 'expected-slash',
    cause: 'a Content-Type has no "/" behind its type',
    remedy: CORRECT_TYPE,
    seen: ['`Content-Type: text; charset=utf-8`'],
    rules: ['mime/content-type-syntax'],
    sources: [issue('go-gomail/gomail', 131), issue('jeffaco/duplicacy-util', 36)],
  },
  {
    text: 'Expected MIME type, got {token}',
    cause: 'a Content-Type is empty, or starts with what is no token',
    remedy: CORRECT_TYPE,
    rules: ['mime/content-type-syntax'],
  },
  {
    text: 'Expected MIME subtype, got {token}',
    cause: 'a Content-Type has no subtype behind its "/"',
    remedy: CORRECT_TYPE,
    rules: ['mime/content-type-syntax'],
  },
  {
    text: 'Expected disposition, got {token}',
    cause: 'a Content-Disposition starts with what is no token, such as an encoded-word',
    remedy: 'Write inline or attachment, and a file name as filename= or filename*=.',
    seen: ['`Content-Disposition: =?UTF-8?B?…?=`'],
    rules: ['mime/disposition-syntax', 'rfc5322/empty-field'],
    sources: [issue('mageplaza/magento-2-smtp', 217), issue('mageplaza/magento-2-smtp', 202)],
  },
  {
    text: "Expected ';', got {token}",
    id: 'expected-semicolon',
    cause: 'a parameter value holds a blank or a special character outside quotes',
    remedy: QUOTE_VALUE,
    seen: ['`filename=test hello.txt`', 'a date with colons in a name that is not quoted'],
    rules: [
      'mime/parameter-unquoted',
      'mime/parameter-separator-missing',
      'mime/parameter-after-quote',
      'mime/disposition-syntax',
    ],
    sources: [issue('snoyberg/mime-mail', 54), issue('sentinl/sentinl', 266)],
  },
  {
    text: "Expected '=', got {token}",
    id: 'expected-equals-sign',
    cause: 'a parameter has a name and no "=" and value',
    remedy: 'Complete the parameter, or take it out.',
    seen: ['a parameter cut off in a forwarded message'],
    rules: ['mime/parameter-value-missing', 'mime/parameter-name-invalid'],
    sources: [issue('mozilla/fx-private-relay', 1887)],
  },
  {
    text: 'Expected parameter name, got {token}',
    cause: 'where the name of a parameter is due there is none, as between two semicolons',
    remedy: 'Take the surplus semicolon out, or name the parameter.',
    rules: ['mime/parameter-name-missing', 'mime/parameter-empty'],
  },
  {
    text: 'Expected parameter value, got {token}',
    cause: 'where the value of a parameter is due there is none, or it starts with a special',
    remedy: QUOTE_VALUE,
    rules: ['mime/parameter-value-missing', 'mime/parameter-unquoted'],
  },
  {
    text: 'Unbalanced quoted string',
    cause: 'a double quote in a Content-Type or Content-Disposition is not closed',
    remedy: 'Close the quote.',
    rules: ['mime/parameter-unbalanced', 'mime/parameter-unquoted'],
  },
  {
    text: 'Unbalanced comments',
    cause: 'a "(" in a Content-Type or Content-Disposition is not closed',
    remedy: 'Close the comment, or quote the value.',
    rules: ['mime/parameter-unbalanced'],
  },
];

const BODIES: readonly SesTextRow[] = [
  {
    text: 'Missing start boundary',
    cause: 'a multipart holds no line of "--" and its boundary: it has no parts',
    remedy: 'Write the parts between delimiter lines, or declare a type of text.',
    seen: [
      'an empty alternative',
      'text put straight into a multipart',
      'an attachment whose stream failed',
    ],
    rules: ['mime/multipart-no-delimiter', 'mime/boundary-missing'],
    sources: [
      issue('nodemailer/nodemailer', 1440),
      issue('bbottema/simple-java-mail', 259),
      issue('swiftmailer/swiftmailer', 563),
      issue('phpservermon/phpservermon', 156),
    ],
  },
  {
    text: 'Missing boundary parameter',
    cause: 'a multipart has no boundary parameter; by default the parser forgives it',
    remedy: 'Declare the boundary.',
    rules: ['mime/boundary-missing'],
  },
  {
    text: 'missing multipart end boundary',
    cause: 'a multipart has no closing delimiter; by default the parser forgives it',
    remedy: 'End the multipart with "--", the boundary and "--".',
    rules: ['mime/multipart-unterminated'],
  },
  {
    text: 'Unsupported encoding {charset}.',
    cause: 'a charset that SES does not know is named in a charset parameter or an encoded-word',
    remedy: 'Encode the text as UTF-8, and say so.',
    seen: ['`charset=cp-850`'],
    rules: ['ses/charset-unknown'],
    sources: [issue('arithmetric/aws-lambda-ses-forwarder', 122)],
  },
  {
    text: 'Unknown encoding: {encoding}',
    cause: 'a Content-Transfer-Encoding is none of 7bit, 8bit, binary, quoted-printable, base64',
    remedy: 'Encode the part as quoted-printable or base64, and say so.',
    rules: ['encoding/cte-unknown'],
  },
  {
    text: "Illegal content type '{type}'",
    cause: 'until about 2015 SES took only attachments of a list of its own',
    remedy: 'Nothing is left to do at SES today; look whether something else answers in its place.',
    seen: ['`text/csv`, 2011'],
    sources: [
      issue('drewblas/aws-ses', 15),
      'https://aws.amazon.com/blogs/messaging-and-targeting/new-flexibility-with-email-headers-and-attachment-types/',
    ],
    isObsolete: true,
  },
  {
    text: 'Illegal content.',
    cause: 'it was reported once, in 2014, without what was sent',
    remedy: 'Cure what preflight finds in the message, and report what helped.',
    seen: ['not shown in the report, 2014'],
    sources: [issue('drewblas/aws-ses', 51)],
    isObsolete: true,
  },
];

/** Fields first, then bodies. */
export const sesMimeTexts: readonly SesText[] = [...FIELDS, ...BODIES].map(
  sesText('mime', MESSAGE_CODES, "the MIME field grammar that SES's answers match"),
);
