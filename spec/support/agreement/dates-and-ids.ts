/** Date-times and msg-ids in current and obsolete forms: RFC 5322 §3.3, §3.6.4, §4.3, §4.5.4. */

import type { Row } from './row.ts';

export const dates: readonly Row[] = [
  ['RFC 5322 A.1.1', 'Date: Fri, 21 Nov 1997 09:55:06 -0600', { date: '1997-11-21T15:55:06.000Z' }],
  ['RFC 5322 A.1.3', 'Date: Thu, 13 Feb 1969 23:32:54 -0330', { date: '1969-02-14T03:02:54.000Z' }],
  [
    'RFC 5322 A.5',
    'Date: Thu,\n      13\n        Feb\n          1969\n      23:32\n               -0330 (Newfoundland Time)',
    { date: '1969-02-14T03:02:00.000Z' },
  ],
  ['RFC 5322 A.6.2', 'Date: 21 Nov 97 09:55:06 GMT', { date: '1997-11-21T09:55:06.000Z' }],
  [
    'RFC 5322 A.6.3',
    'Date: Fri, 21 Nov 1997 09(comment):   55  :  06 -0600',
    { date: '1997-11-21T15:55:06.000Z' },
    [
      [
        ['postal-mime'],
        'comment-in-date',
        { date: 'Fri, 21 Nov 1997 09(comment):   55  :  06 -0600' },
      ],
      [['mailparser'], 'comment-in-date', { date: 'now' }],
      [['python'], 'comment-in-date', { date: undefined }],
    ],
  ],
  ['RFC 5322 §3.3', 'Date: 17 Nov 2025 10:00:00 +0000', { date: '2025-11-17T10:00:00.000Z' }],
  ['RFC 5322 §3.3', 'Date: Mon, 17 Nov 2025 10:00 +0000', { date: '2025-11-17T10:00:00.000Z' }],
  ['RFC 5322 §3.3', 'Date: Mon,17 Nov 2025 10:00:00 +0000', { date: '2025-11-17T10:00:00.000Z' }],
  ['RFC 5322 §3.3', 'Date: Mon, 17 Nov 2025 10:00:00 -0000', { date: '2025-11-17T10:00:00.000Z' }],
  ['RFC 5322 §3.3', 'Date: MON, 17 nOV 2025 10:00:00 +0000', { date: '2025-11-17T10:00:00.000Z' }],
  ['RFC 5322 §3.3', 'Date: Wed, 5 Nov 2025 00:00:00 +1400', { date: '2025-11-04T10:00:00.000Z' }],
  ['RFC 5322 §3.3', 'Date: Wed, 05 Nov 2025 23:59:59 -1200', { date: '2025-11-06T11:59:59.000Z' }],
  ['RFC 5322 §3.3', 'Date: Mon, 17 Nov 2025 10:00:00 +0545', { date: '2025-11-17T04:15:00.000Z' }],
  ['RFC 5322 §3.3', 'Date: Thu, 29 Feb 2024 12:00:00 +0100', { date: '2024-02-29T11:00:00.000Z' }],
  ['RFC 5322 §3.3', 'Date: Fri, 31 Dec 9999 23:59:59 +0000', { date: '9999-12-31T23:59:59.000Z' }],
  ['RFC 5322 §3.3', 'Date: Mon, 1 Jan 1900 00:00:00 +0000', { date: '1900-01-01T00:00:00.000Z' }],
  [
    'RFC 5322 §3.3',
    'Date: Sat, 31 Dec 2016 23:59:60 +0000',
    { date: '2017-01-01T00:00:00.000Z' },
    [
      [['postal-mime', 'mailparser'], 'leap-second', { date: '2016-12-31T23:59:00.000Z' }],
      [['python'], 'leap-second', { date: undefined }],
    ],
  ],
  [
    'RFC 5322 §3.3',
    'Date: Mon, 17 Nov 2025 10:00:00 +0000 (UTC)',
    { date: '2025-11-17T10:00:00.000Z' },
  ],
  [
    'RFC 5322 §3.2.2',
    'Date: Mon, 17 Nov 2025 10:00:00 +0000 (a (nested \\)) 1 Jan 1999)',
    { date: '2025-11-17T10:00:00.000Z' },
    [
      [
        ['postal-mime'],
        'comment-in-date',
        { date: 'Mon, 17 Nov 2025 10:00:00 +0000 (a (nested \\)) 1 Jan 1999)' },
      ],
      [['mailparser'], 'comment-in-date', { date: 'now' }],
    ],
  ],
  [
    'RFC 5322 §3.3',
    'Date: (x) Mon, 17 Nov 2025 10:00:00 +0000',
    { date: '2025-11-17T10:00:00.000Z' },
    [[['python'], 'comment-in-date', { date: undefined }]],
  ],
  ['RFC 5322 §4.3', 'Date: Mon, 17 Nov 2025 10:00:00 UT', { date: '2025-11-17T10:00:00.000Z' }],
  ['RFC 5322 §4.3', 'Date: Mon, 17 Nov 2025 10:00:00 EST', { date: '2025-11-17T15:00:00.000Z' }],
  ['RFC 5322 §4.3', 'Date: Mon, 17 Nov 2025 10:00:00 EDT', { date: '2025-11-17T14:00:00.000Z' }],
  ['RFC 5322 §4.3', 'Date: Mon, 17 Nov 2025 10:00:00 CST', { date: '2025-11-17T16:00:00.000Z' }],
  ['RFC 5322 §4.3', 'Date: Mon, 17 Nov 2025 10:00:00 MDT', { date: '2025-11-17T16:00:00.000Z' }],
  ['RFC 5322 §4.3', 'Date: Mon, 17 Nov 2025 10:00:00 PST', { date: '2025-11-17T18:00:00.000Z' }],
  ['RFC 5322 §4.3', 'Date: Mon, 17 Nov 2025 10:00:00 pdt', { date: '2025-11-17T17:00:00.000Z' }],
  ['RFC 5322 §4.3', 'Date: Mon, 17 Nov 2025 10:00:00 Z', { date: '2025-11-17T10:00:00.000Z' }],
  [
    'RFC 5322 §4.3',
    'Date: Mon, 17 Nov 2025 10:00:00 A',
    { date: '2025-11-17T10:00:00.000Z' },
    [
      [['postal-mime'], 'military-zone', { date: 'Mon, 17 Nov 2025 10:00:00 A' }],
      [['mailparser'], 'military-zone', { date: 'now' }],
    ],
  ],
  ['RFC 5322 §4.3', 'Date: 21 Nov 49 09:55:06 +0000', { date: '2049-11-21T09:55:06.000Z' }],
  [
    'RFC 5322 §4.3',
    'Date: 21 Nov 50 09:55:06 +0000',
    { date: '1950-11-21T09:55:06.000Z' },
    [[['python'], 'obsolete-year', { date: '2050-11-21T09:55:06.000Z' }]],
  ],
  [
    'RFC 5322 §4.3',
    'Date: 21 Nov 103 09:55:06 +0000',
    { date: '2003-11-21T09:55:06.000Z' },
    [
      [
        ['postal-mime', 'mailparser', 'python'],
        'obsolete-year',
        { date: '0103-11-21T09:55:06.000Z' },
      ],
    ],
  ],
];

export const msgIds: readonly Row[] = [
  [
    'RFC 5322 A.1.1',
    'Message-ID: <1234@local.machine.example>',
    { messageId: '<1234@local.machine.example>' },
  ],
  [
    'RFC 5322 §3.6.4',
    'Message-ID:\n <a.b-c$d=e@f.example>',
    { messageId: '<a.b-c$d=e@f.example>' },
    [[['python'], 'blanks-of-first-line', { messageId: ' <a.b-c$d=e@f.example>' }]],
  ],
  ['RFC 5322 §3.6.4', 'Message-ID: <a@[192.0.2.1]>', { messageId: '<a@[192.0.2.1]>' }],
  [
    'RFC 5322 §3.6.4',
    'Message-ID: (x) <a@b.example> (y)',
    { messageId: '<a@b.example>' },
    [
      [['postal-mime', 'python'], 'comment-in-msg-id', { messageId: '(x) <a@b.example> (y)' }],
      [['mailparser'], 'comment-in-msg-id', { messageId: '<(x) <a@b.example> (y)>' }],
    ],
  ],
  [
    'RFC 5322 A.6.3',
    'Message-ID : <testabcd.1234@silly.test>',
    { messageId: '<testabcd.1234@silly.test>' },
    [[['python'], 'obsolete-field', { messageId: undefined }]],
  ],
  [
    'RFC 5322 A.2',
    'In-Reply-To: <3456@example.net>\nReferences: <1234@local.machine.example> <3456@example.net>',
    {
      inReplyTo: ['<3456@example.net>'],
      references: ['<1234@local.machine.example>', '<3456@example.net>'],
    },
  ],
  [
    'RFC 5322 §3.6.4',
    'References: <a@b.example>\n <c@d.example>\n\t<e@f.example>',
    { references: ['<a@b.example>', '<c@d.example>', '<e@f.example>'] },
  ],
  [
    'RFC 5322 §3.6.4',
    'References: <a@b.example><c@d.example>',
    { references: ['<a@b.example>', '<c@d.example>'] },
  ],
  [
    'RFC 5322 §3.6.4',
    'In-Reply-To: <a@b.example> <c@d.example>',
    { inReplyTo: ['<a@b.example>', '<c@d.example>'] },
  ],
  ['RFC 5322 §4.5.4', 'In-Reply-To: Your letter <a@b.example>', { inReplyTo: ['<a@b.example>'] }],
];
