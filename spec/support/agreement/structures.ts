/** Multiparts and embedded messages: RFC 2046 §5, RFC 2183, RFC 2387. */

import type { Row } from './row.ts';

const mixed = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n';
const file = 'Content-Type: application/x\nContent-Disposition: attachment; filename=a.x';

export const structures: readonly Row[] = [
  [
    'RFC 2046 §5.1.1',
    `${mixed}preamble\n--b\n\nfirst\n--b\n${file}\n\nsecond\n--b--\nepilogue\n`,
    { text: 'first', attachments: ['a.x | application/x | second'] },
  ],
  [
    'RFC 2046 §5.1.1',
    `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="simple boundary"\n\nThis is the preamble.\n\n--simple boundary\n\nThis is implicitly typed plain US-ASCII text.\nIt does NOT end with a linebreak.\n--simple boundary\nContent-type: text/plain; charset=us-ascii\nContent-Disposition: attachment\n\nThis is explicitly typed plain US-ASCII text.\nIt DOES end with a linebreak.\n\n--simple boundary--\n\nThis is the epilogue.`,
    {
      text: 'This is implicitly typed plain US-ASCII text.\nIt does NOT end with a linebreak.',
      attachments: [
        ' | text/plain | This is explicitly typed plain US-ASCII text.\nIt DOES end with a linebreak.',
      ],
    },
  ],
  [
    'RFC 2046 §5.1.1',
    "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"a'()+_,-./:=?z\"\n\n--a'()+_,-./:=?z\n\ntext\n--a'()+_,-./:=?z--\n",
    { text: 'text', attachments: [] },
  ],
  [
    'RFC 2046 §5.1.1',
    `${mixed}--b  \n\ntext\n--b\t\n${file}\n\nx\n--b-- \n`,
    { text: 'text', attachments: ['a.x | application/x | x'] },
  ],
  [
    'RFC 2046 §5.1.1',
    `${mixed}--b\n\ntext\n--bold\n-- b\n --b\n--b--\n`,
    { text: 'text\n--bold\n-- b\n --b' },
  ],
  [
    'RFC 2046 §5.1.1',
    `${mixed}--b\n\n--b\n${file}\n\n--b--\n`,
    { text: '', attachments: ['a.x | application/x | '] },
  ],
  [
    'RFC 2231 §3',
    `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary*0=b; boundary*1=c\n\n--bc\n\ntext\n--bc--\n`,
    { text: 'text', attachments: [] },
  ],
  [
    'RFC 2046 §5.1.1',
    `MIME-Version: 1.0\nContent-Type: multipart/mixed (x); (y) boundary=b (z)\n\n--b\n\ntext\n--b--\n`,
    { text: 'text', attachments: [] },
  ],
  [
    'RFC 2046 §5.1.4',
    'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\ntext\n--b\nContent-Type: text/html\n\n<p>html</p>\n--b--\n',
    { text: 'text', html: '<p>html</p>', attachments: [] },
  ],
  [
    'RFC 2046 §5.1.2',
    `${mixed}--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n\ntext\n--c\nContent-Type: text/html\n\n<p>html</p>\n--c--\n\n--b\n${file}\n\nx\n--b--\n`,
    { text: 'text', html: '<p>html</p>', attachments: ['a.x | application/x | x'] },
  ],
  [
    'RFC 2387 §5',
    'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\ntext\n--b\nContent-Type: multipart/related; type="text/html"; boundary=c\n\n--c\nContent-Type: text/html\n\n<img src="cid:i@a.example">\n--c\nContent-Type: image/x\nContent-ID: <i@a.example>\nContent-Disposition: inline; filename=i.x\nContent-Transfer-Encoding: base64\n\nAP8A\n--c--\n--b--\n',
    {
      text: 'text',
      html: '<img src="cid:i@a.example">',
      attachments: ['i.x | image/x | \0\xff\0'],
    },
  ],
  [
    'RFC 2046 §5.1.2',
    `${mixed}--b\nContent-Type: multipart/mixed; boundary=bb\n\n--bb\n\ntext\n--bb--\n--b\n${file}\n\nx\n--b--\n`,
    { text: 'text', attachments: ['a.x | application/x | x'] },
  ],
  [
    'RFC 2046 §5.2.1',
    `${mixed}--b\n\ntext\n--b\nContent-Type: message/rfc822\nContent-Disposition: attachment; filename=m.eml\n\nSubject: in\nFrom: a@b.example\n\nbody\n--b--\n`,
    {
      text: 'text',
      attachments: ['m.eml | message/rfc822 | Subject: in\nFrom: a@b.example\n\nbody'],
    },
  ],
  [
    'RFC 2046 §5.2.1',
    `${mixed}--b\n\ntext\n--b\nContent-Type: message/rfc822\nContent-Disposition: attachment; filename=m.eml\n\nSubject: in\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\ninner\n--c--\n--b--\n`,
    {
      text: 'text',
      attachments: [
        'm.eml | message/rfc822 | Subject: in\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\ninner\n--c--',
      ],
    },
  ],
  [
    'RFC 2046 §5.1.5',
    'MIME-Version: 1.0\nContent-Type: multipart/digest; boundary=b\n\n--b\nContent-Disposition: attachment\n\nSubject: in\n\nbody\n--b--\n',
    { attachments: [' | message/rfc822 | Subject: in\n\nbody'] },
    [
      [
        ['mailparser'],
        'digest-type',
        { attachments: [' | application/octet-stream | Subject: in\n\nbody'] },
      ],
    ],
  ],
  [
    'RFC 2183 §2.1',
    `${mixed}--b\nContent-Disposition: inline\n\ntext\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nfile\n--b--\n`,
    { text: 'text', attachments: ['a.txt | text/plain | file'] },
  ],
  [
    'RFC 2183 §2.8',
    `${mixed}--b\n\ntext\n--b\nContent-Type: application/x\nContent-Disposition: x-new; filename=a.x\n\nx\n--b--\n`,
    { text: 'text', attachments: ['a.x | application/x | x'] },
  ],
  [
    'RFC 2045 §6.8',
    `${mixed}--b\n\ntext\n--b\n${file}\nContent-Transfer-Encoding: base64\n\n${Buffer.from(
      Uint8Array.from({ length: 256 }, (_, n) => n),
    )
      .toString('base64')
      .replace(/.{76}/g, '$&\n')}\n--b--\n`,
    { attachments: [`a.x | application/x | ${String.fromCharCode(...Array(256).keys())}`] },
  ],
  [
    'RFC 2045 §6.7',
    `${mixed}--b\n\ntext\n--b\n${file}\nContent-Transfer-Encoding: quoted-printable\n\n=00=FF=3D=\n--b--\n`,
    { text: 'text', attachments: ['a.x | application/x | \0\xff='] },
  ],
  [
    'RFC 2046 §5',
    `MIME-Version: 1.0\nContent-Type: application/x; name=a.x\nContent-Disposition: attachment; filename=a.x\nContent-Transfer-Encoding: base64\n\nAP8=\n`,
    { attachments: ['a.x | application/x | \0\xff'] },
  ],
  [
    'RFC 2046 §5.1.3',
    `${mixed.replace('mixed', 'x-new')}--b\n\ntext\n--b\n${file}\n\nx\n--b--\n`,
    { text: 'text', attachments: ['a.x | application/x | x'] },
  ],
  [
    'RFC 6047 §2.4',
    'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\ntext\n--b\nContent-Type: text/calendar; method=REQUEST; charset=utf-8\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR\n--b--\n',
    {
      text: 'text',
      attachments: [' | text/calendar | BEGIN:VCALENDAR\nMETHOD:REQUEST\nEND:VCALENDAR'],
    },
  ],
  [
    'RFC 2046 §5.2.1',
    `${mixed}--b\n\ntext\n--b\nContent-Type: message/rfc822\n\nSubject: in\n\nbody\n--b--\n`,
    { text: 'text', attachments: [' | message/rfc822 | Subject: in\n\nbody'] },
    [
      [
        ['postal-mime'],
        'message-in-text',
        { text: 'text\n\n\n-----------\nSubject: in\n-----------\n\nbody', attachments: [] },
      ],
    ],
  ],
  [
    'RFC 2046 §5.1.1',
    'MIME-Version: 1.0\nContent-Type: Multipart/MIXED; Boundary=b\n\n--b\n\ntext\n--b--\n',
    { text: 'text', attachments: [] },
  ],
  [
    'RFC 2046 §5.1.1',
    `${mixed}\n--b\n\n\n\ntext\n\n\n--b--`,
    { text: '\n\ntext', attachments: [] },
  ],
  [
    'RFC 2045 §6.8',
    `${mixed}--b\n\ntext\n--b\nContent-Type: application/ics\nContent-Disposition: attachment; filename=a.ics\nContent-Transfer-Encoding: base64\n\nYQ0KYg==\n--b--\n`,
    { attachments: ['a.ics | application/ics | a\r\nb'] },
    [
      [
        ['postal-mime'],
        'calendar-line-ends',
        { attachments: ['a.ics | application/ics | a\nb\n'] },
      ],
    ],
  ],
];
