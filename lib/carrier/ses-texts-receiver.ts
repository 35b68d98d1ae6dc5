/** What receivers say of mail that SES took: it comes as a bounce. */

import { issue, type SesText, type SesTextRow, sesText } from './ses-text.ts';

const LONG_LINE: Pick<SesTextRow, 'cause' | 'remedy' | 'rules'> = {
  cause: 'a line of the message is longer than 998 octets: SES took it, the receiver does not',
  remedy: 'Fold the field, or encode the body as quoted-printable or base64.',
  rules: ['rfc5322/line-too-long'],
};

const ROWS: readonly SesTextRow[] = [
  {
    text: 'Syntax error - line too long',
    smtp: ['501'],
    sources: [issue('soundasleep/html2text', 68)],
    ...LONG_LINE,
  },
  {
    text: 'message line is too long',
    smtp: ['552'],
    sources: [issue('andris9/mimelib', 39)],
    ...LONG_LINE,
  },
  {
    text: 'Maximum line length exceeded',
    smtp: ['550'],
    sources: [issue('jstedfast/MimeKit', 381)],
    ...LONG_LINE,
  },
  {
    text: "'From' header is missing",
    cause: 'the message has no From field: SES took it, since the request named a sender',
    remedy: 'Write a From field into the message.',
    smtp: ['550'],
    seen: ['a message without From, sent with a Source, to Gmail'],
    rules: ['rfc5322/from-missing'],
    sources: [issue('soto-project/soto', 469)],
  },
];

/** Those of public reports; receivers have many more. */
export const sesReceiverTexts: readonly SesText[] = ROWS.map(
  sesText('receiver', { codes: [], smtp: [], retry: 'no' }, ''),
);
