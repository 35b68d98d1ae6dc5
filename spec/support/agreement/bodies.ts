/** Bodies in their media types and transfer encodings: RFC 2045 §5 and §6, RFC 3676. */

import type { Row } from './row.ts';

function body(fields: string, content: string): string {
  return `MIME-Version: 1.0\n${fields}\n\n${content}\n`;
}

function quoted(content: string): string {
  return body(
    'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable',
    content,
  );
}

export const bodies: readonly Row[] = [
  ['RFC 5322 §3.5', 'Subject: a\n\n', { subject: 'a', text: '' }],
  ['RFC 5322 §3.5', 'Subject: a\n\nb\n\n\nc\n', { text: 'b\n\n\nc' }],
  ['RFC 5322 §2.3', 'Subject: a\n\n\n\nb', { text: '\n\nb' }],
  ['RFC 5322 §2.3', 'Subject: a\n\n.\n..\nFrom x\n b\t\n', { text: '.\n..\nFrom x\n b\t' }],
  ['RFC 2045 §5.2', 'Subject: a\n\n<p>=C3=A9</p>\n', { text: '<p>=C3=A9</p>' }],
  [
    'RFC 2045 §5.1',
    body('Content-Type: TEXT/Plain; CHARSET=UTF-8', 'caf\xc3\xa9'),
    { text: 'café' },
  ],
  [
    'RFC 2045 §5.1',
    body(
      'Content-Type: text/plain; charset="iso-8859-1"\nContent-Transfer-Encoding: 8bit',
      'caf\xe9',
    ),
    { text: 'café' },
  ],
  [
    'RFC 2045 §5.1',
    body(
      'Content-Type: text/plain; charset=iso-8859-1 (Latin 1)\nContent-Transfer-Encoding: 8bit',
      'caf\xe9',
    ),
    { text: 'café' },
  ],
  [
    'RFC 2045 §5.1',
    body(
      'Content-Type: text / plain ; charset = iso-8859-1\nContent-Transfer-Encoding: 8bit',
      'caf\xe9',
    ),
    { text: 'café' },
    [[['postal-mime', 'mailparser', 'python'], 'type-with-blanks', { text: '' }]],
  ],
  [
    'RFC 2231 §4',
    body(
      "Content-Type: text/plain; charset*=us-ascii'en'iso-8859-1\nContent-Transfer-Encoding: 8bit",
      'caf\xe9',
    ),
    { text: 'café' },
  ],
  [
    'RFC 2231 §3',
    body(
      'Content-Type: text/plain; charset*0=iso-; charset*1="8859-1"\nContent-Transfer-Encoding: 8bit',
      'caf\xe9',
    ),
    { text: 'café' },
  ],
  [
    'RFC 2046 §4.1.3',
    body('Content-Type: text/html; charset=utf-8', '<p>caf\xc3\xa9</p>'),
    { html: '<p>café</p>' },
  ],
  [
    'RFC 2046 §4.1.2',
    body('Content-Type: text/html; charset=iso-8859-1', '<meta charset=utf-8>caf\xe9'),
    { html: '<meta charset=utf-8>café' },
  ],
  [
    'RFC 2045 §6.1',
    body('Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: BASE64', 'w6k='),
    { text: 'é' },
  ],
  [
    'RFC 2045 §6.1',
    body(
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: (x) base64 (y)',
      'w6k=',
    ),
    { text: 'é' },
    [[['mailparser', 'python'], 'comment-in-encoding', { text: 'w6k=' }]],
  ],
  [
    'RFC 2045 §6.8',
    body('Content-Type: text/plain\nContent-Transfer-Encoding: base64', 'YWJj\nZGVm\nZw=='),
    { text: 'abcdefg' },
  ],
  [
    'RFC 2045 §6.8',
    body('Content-Type: text/plain\nContent-Transfer-Encoding: base64', 'Y\nWJj ZGVm\n\tZw\n=='),
    { text: 'abcdefg' },
  ],
  [
    'RFC 2045 §6.8',
    body('Content-Type: text/plain\nContent-Transfer-Encoding: base64', ''),
    { text: '' },
  ],
  [
    'RFC 2045 §6.8',
    body('Content-Type: text/plain\nContent-Transfer-Encoding: base64', 'YQ0KYg0K'),
    { text: 'a\nb' },
  ],
  ['RFC 2045 §6.7(1)', quoted('caf=C3=A9 =3D=09x'), { text: 'café =\tx' }],
  [
    'RFC 2045 §6.7(2)',
    quoted('!"#$%&\'()*+,-./:;<>?@[\\]^_`{|}~'),
    { text: '!"#$%&\'()*+,-./:;<>?@[\\]^_`{|}~' },
  ],
  [
    'RFC 2045 §6.7(3)',
    quoted('a  \nb\t\nc=20\nd'),
    { text: 'a\nb\nc \nd' },
    [[['postal-mime', 'python'], 'blanks-behind-lines', { text: 'a  \nb\t\nc \nd' }]],
  ],
  ['RFC 2045 §6.7(4)', quoted('a\n\nb=0D=0Ac'), { text: 'a\n\nb\nc' }],
  ['RFC 2045 §6.7(5)', quoted('caf=\n=C3=\n=A9=\n'), { text: 'café' }],
  [
    'RFC 2045 §6.7(5)',
    quoted('a= \t\nb'),
    { text: 'ab' },
    [[['postal-mime', 'python'], 'blanks-behind-lines', { text: 'a= \t\nb' }]],
  ],
  [
    'RFC 2045 §6.7',
    quoted("Now's the time =\nfor all folk to come=\n to the aid of their country."),
    { text: "Now's the time for all folk to come to the aid of their country." },
  ],
  [
    'RFC 3676 §4',
    body('Content-Type: text/plain; charset=utf-8; format=fixed', 'a \nb'),
    { text: 'a \nb' },
  ],
  [
    'RFC 3676 §4.1',
    body('Content-Type: text/plain; charset=us-ascii; format=flowed', 'a \nb\n\n> c \n> d\n-- \ne'),
    { text: 'a \nb\n\n> c \n> d\n-- \ne' },
    [
      [['postal-mime'], 'flowed-lines', { text: 'a b\n\n> c > d\n-- \ne' }],
      [['mailparser'], 'flowed-lines', { text: 'a b\n\n> c d\n-- \ne' }],
    ],
  ],
  [
    'RFC 3676 §4.1',
    body('Content-Type: text/plain; charset=us-ascii; format=flowed; delsp=yes', 'a \nb'),
    { text: 'a \nb' },
    [[['postal-mime', 'mailparser'], 'flowed-lines', { text: 'ab' }]],
  ],
  [
    'RFC 2045 §6.8',
    body(
      'Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64',
      'PHA+w6k8L3A+DQo=',
    ),
    { html: '<p>é</p>' },
  ],
  [
    'RFC 3629 §6',
    body('Content-Type: text/plain; charset=utf-8', '\xef\xbb\xbfa'),
    { text: '\ufeffa' },
    [[['postal-mime'], 'bom-undone', { text: 'a' }]],
  ],
];
