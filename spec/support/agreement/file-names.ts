/** Parameters in every form: RFC 2045 §5.1, RFC 2183, RFC 2231. */

import type { Facts } from './facts.ts';
import type { Deviation, Row } from './row.ts';

function attached(fields: string): string {
  return `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--b\n${fields}\n\nx\n--b--\n`;
}

function named(name: string): Facts {
  return { text: 'text', attachments: [`${name} | application/x | x`] };
}

type Form = readonly [
  source: string,
  parameters: string,
  name: string,
  but?: readonly Deviation[] | undefined,
];

const dispositions: readonly Form[] = [
  ['RFC 2183 §2', '; filename=a.txt', 'a.txt'],
  ['RFC 2183 §2', '; filename="a b.txt"', 'a b.txt'],
  ['RFC 2183 §2', '; size=1; filename=a.txt; read-date="Mon, 17 Nov 2025 10:00:00 +0000"', 'a.txt'],
  ['RFC 2183 §2', ';filename=a.txt', 'a.txt'],
  ['RFC 2045 §5.1', '; FileName=A.txt', 'A.txt'],
  ['RFC 2045 §5.1', ';\n filename="a;b,c(d)[e]<f>.txt"', 'a;b,c(d)[e]<f>.txt'],
  ['RFC 2045 §5.1', '; filename="a\\"b.txt"', 'a"b.txt'],
  ['RFC 2045 §5.1', '; filename=a%20b.txt', 'a%20b.txt'],
  [
    'RFC 2045 §5.1',
    "; filename=it's!#$&+-^_`{|}~.txt",
    "it's!#$&+-^_`{|}~.txt",
    [[['python'], 'apostrophe-in-token', { attachments: [' | application/x | x'] }]],
  ],
  ['RFC 822 §3.4.3', '; filename=a.txt (a comment)', 'a.txt'],
  ['RFC 822 §3.4.3', '; (a; comment) filename=a.txt', 'a.txt'],
  ['RFC 822 §3.4.3', ' ; filename = a.txt', 'a.txt'],
  ['RFC 5322 §2.2.3', ';\n filename="a\n b.txt"', 'a b.txt'],
  ['RFC 2231 §3', '; filename*0="a b"; filename*1=c; filename*2=".txt"', 'a bc.txt'],
  ['RFC 2231 §3', '; filename*1=".txt"; filename*0=a', 'a.txt'],
  [
    'RFC 2231 §3',
    `;\n ${Array.from({ length: 12 }, (_, n) => `filename*${n}=${n};`)
      .join('\n ')
      .replace(/;$/, '')}`,
    '01234567891011',
  ],
  ['RFC 2231 §4', "; filename*=us-ascii'en-us'a%20b.txt", 'a b.txt'],
  ['RFC 2231 §4', "; filename*=utf-8''caf%C3%A9.txt", 'café.txt'],
  ['RFC 2231 §4', "; filename*=UTF-8''caf%c3%a9.txt", 'café.txt'],
  ['RFC 2231 §4', "; filename*=iso-8859-1'fr'caf%E9.txt", 'café.txt'],
  [
    'RFC 2231 §4',
    "; filename*=windows-1252''%80.txt",
    '€.txt',
    [[['postal-mime'], 'charset-of-platform', { attachments: ['\u0080.txt | application/x | x'] }]],
  ],
  ['RFC 2231 §4', "; filename*=koi8-r''%F0%D2.txt", 'Пр.txt'],
  ['RFC 2231 §4', "; filename*=shift_jis''%93%FA%96%7B.txt", '日本.txt'],
  ['RFC 2231 §4', "; filename*=iso-2022-jp''%1B%24B%46%7C%1B%28B.txt", '日.txt'],
  ['RFC 2231 §4', "; filename*=euc-kr''%C7%D1.txt", '한.txt'],
  ['RFC 2231 §4', "; filename*=''a.txt", 'a.txt'],
  ['RFC 2231 §4', "; filename*=utf-8''it%27s%2A%25.txt", "it's*%.txt"],
  [
    'RFC 2231 §4',
    "; filename*=utf-8''%20a.txt%20",
    ' a.txt ',
    [[['python'], 'blanks-undone', { attachments: ['a.txt | application/x | x'] }]],
  ],
  [
    'RFC 2231 §4',
    "; filename*=utf-8''%22a%22",
    '"a"',
    [[['python'], 'quotes-undone', { attachments: ['a | application/x | x'] }]],
  ],
  [
    'RFC 2231 §4',
    "; filename*=utf-8''%3Ca%3E",
    '<a>',
    [[['python'], 'angles-undone', { attachments: ['a | application/x | x'] }]],
  ],
  [
    'RFC 2231 §4',
    "; filename*=utf-8''%EF%BB%BFa.txt",
    '\ufeffa.txt',
    [[['postal-mime'], 'bom-undone', { attachments: ['a.txt | application/x | x'] }]],
  ],
  ['RFC 2231 §4', "; filename*=utf-8''a%22b%5C.txt", 'a"b\\.txt'],
  [
    'RFC 2231 §4',
    "; filename*=utf-8''%3D%3Futf-8%3FQ%3Fx%3F%3D",
    '=?utf-8?Q?x?=',
    [[['postal-mime'], 'word-in-extended-value', { attachments: ['x | application/x | x'] }]],
  ],
  ['RFC 2231 §4.1', "; filename*0*=utf-8''caf%C3; filename*1*=%A9.txt", 'café.txt'],
  [
    'RFC 2231 §4.1',
    "; filename*0*=us-ascii'en'This%20is%20even%20more%20; filename*1*=%2A%2A%2Afun%2A%2A%2A%20; filename*2=\"isn't it!\"",
    "This is even more ***fun*** isn't it!",
  ],
  [
    'RFC 2231 §4.1',
    '; filename*0*=utf-8\'\'%C3%A9; filename*1="%20b.txt"',
    'é%20b.txt',
    [[['mailparser'], 'escape-in-plain', { attachments: ['é b.txt | application/x | x'] }]],
  ],
  ['RFC 2231 §4.1', "; filename*0*=iso-8859-1''%E9; filename*1=a; filename*2*=%E9", 'éaé'],
  [
    'RFC 2231 §4',
    '; filename="cafe.txt"; filename*=utf-8\'\'caf%C3%A9.txt',
    'café.txt',
    [[['python'], 'plain-form-preferred', { attachments: ['cafe.txt | application/x | x'] }]],
  ],
  ['RFC 2231 §4', '; filename*=utf-8\'\'caf%C3%A9.txt; filename="cafe.txt"', 'café.txt'],
  ['RFC 6532 §3.2', '; filename="caf\xc3\xa9.txt"', 'café.txt'],
];

const names: readonly Form[] = [
  ['RFC 2046 §4.5.1', '; name=a.txt', 'a.txt'],
  ['RFC 2046 §4.5.1', '; name="a b.txt"; charset=utf-8', 'a b.txt'],
  ['RFC 2231 §4', "; name*=utf-8''caf%C3%A9.txt", 'café.txt'],
  ['RFC 2231 §4.1', "; name*0*=utf-8''caf%C3; name*1*=%A9.txt", 'café.txt'],
];

export const fileNames: readonly Row[] = [
  ...dispositions.map(
    ([source, parameters, name, but]): Row => [
      source,
      attached(`Content-Type: application/x\nContent-Disposition: attachment${parameters}`),
      named(name),
      but,
    ],
  ),
  ...names.map(
    ([source, parameters, name, but]): Row => [
      source,
      attached(`Content-Type: application/x${parameters}\nContent-Disposition: attachment`),
      named(name),
      but,
    ],
  ),
  [
    'RFC 2183 §2.3',
    attached(
      'Content-Type: application/x; name=b.txt\nContent-Disposition: attachment; filename=a.txt',
    ),
    named('a.txt'),
  ],
  [
    'RFC 2183 §2',
    attached('Content-Type: application/x\nContent-Disposition: ATTACHMENT; filename=a.txt'),
    named('a.txt'),
  ],
  [
    'RFC 2183 §2',
    attached(
      'Content-Type: application/x\nContent-Disposition: (x) attachment (y) ; filename=a.txt',
    ),
    named('a.txt'),
  ],
];
