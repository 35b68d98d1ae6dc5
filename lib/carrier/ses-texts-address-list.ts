/** What SES says of brackets, quotes and separators around addresses. */

import { issue, type SesTextRow } from './ses-text.ts';

const FORWARDER = 'arithmetric/aws-lambda-ses-forwarder';
const QUOTE_THE_NAME = 'Write the display name in double quotes, or encode it.';

/** In the order of how often they are reported. */
export const addressListRows: readonly SesTextRow[] = [
  {
    text: 'Illegal address',
    cause: 'where one address is due there are several, or none',
    remedy: 'Pass one address an entry; write a display name with a comma in double quotes.',
    seen: [
      'a display name with a comma outside quotes: `Last, First <a@b>`',
      'two addresses in one entry of the v2 API',
    ],
    rules: ['address/not-single', 'address/unquoted-specials'],
    sources: [
      issue('openstax/accounts', 253),
      issue('mautic/mautic', 10304),
      issue('awsdocs/aws-doc-sdk-examples', 5191),
    ],
  },
  {
    text: 'Extra route-addr',
    cause: 'two addresses in angle brackets stand side by side without a comma',
    remedy: 'Write a comma between them, or quote the first as the display name.',
    seen: ['a folded From field that was rewritten to two addresses in angle brackets'],
    rules: ['address/missing-comma'],
    sources: [issue(FORWARDER, 48), issue(FORWARDER, 91)],
  },
  {
    text: `Missing '"'`,
    id: 'missing-double-quote',
    cause: 'a double quote is not closed in an address field',
    remedy: 'Close it; encode a name as a whole, with no double quote left in a Q word.',
    seen: [
      '`=?utf-8?Q?"Test=20A?= <a@b>`',
      'a quoted name that was encoded together with its quotes',
    ],
    rules: ['rfc5322/quoted-string-unclosed'],
    sources: [issue('mageplaza/magento-2-smtp', 265), issue('aws/aws-sdk-php', 1196)],
  },
  {
    text: "Missing '<'",
    id: 'missing-left-angle',
    cause: 'a ">" has no "<" before it',
    remedy: 'Write the address in angle brackets, or take the bracket out.',
    rules: ['address/unbalanced-angle'],
  },
  {
    text: "Missing '>'",
    id: 'missing-right-angle',
    cause: 'a "<" is not closed by ">"',
    remedy: 'Close the angle bracket.',
    rules: ['address/unbalanced-angle'],
  },
  {
    text: "Missing '('",
    id: 'missing-left-parenthesis',
    cause: 'a ")" has no "(" before it',
    remedy: QUOTE_THE_NAME,
    rules: ['rfc5322/comment-unbalanced'],
  },
  {
    text: "Missing ')'",
    id: 'missing-right-parenthesis',
    cause: 'a "(" is not closed by ")"',
    remedy: QUOTE_THE_NAME,
    rules: ['rfc5322/comment-unbalanced'],
  },
  {
    text: "Missing ']'",
    id: 'missing-right-bracket',
    cause: 'a "[" is not closed by "]"',
    remedy: QUOTE_THE_NAME,
    rules: ['address/domain-literal-unclosed'],
  },
  {
    text: 'Illegal semicolon, not in group',
    cause: 'a semicolon stands between addresses, or in a display name outside quotes',
    remedy: 'Separate addresses by commas; quote a display name with a semicolon.',
    rules: ['address/semicolon-separator'],
  },
  {
    text: 'Nested group',
    cause: 'a second colon stands in a group, or two colons outside quotes in a display name',
    remedy: QUOTE_THE_NAME,
    rules: ['address/group-syntax'],
  },
  {
    text: 'Illegal route-addr',
    cause: 'an address in angle brackets starts with a broken source route: `<@host:a@b>`',
    remedy: 'Take the route out.',
    rules: ['address/source-route'],
  },
];
