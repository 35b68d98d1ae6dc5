/** What means something somewhere in a message; one character for each octet. */

const delimiters = ['--', '--x', '--x--', '--x \t', '\r\n--x\r\n', '\r\n--x--\r\n', '-'];
const specials = [...'()<>[]:;@\\,."=?*%\'_#'];
const blanks = [' ', '\t', '\r', '\n', '\r\n', '\r\n\r\n', '\r\n ', '\n\t', '\r\r\n', '\r\n \r\n'];
const octets = ['\0', '\x0b', '\x1b', '\x7f', '\x80', '\xff', '\xe9', '\xc3\xa9', '\xc0\x80'];
const marks = [
  '\xef\xbb\xbf',
  '\xfe\xff',
  '\xff\xfe',
  'From ',
  '>From ',
  'From a@b Mon Jan  1\r\n',
];

const encodedWords = [
  ...['=?', '?=', '=?utf-8?Q?', '=?utf-8?Q?a_=C3=A9?=', '=?utf-8?B?w6k=?=', '=?utf-8?B?w6k'],
  ...['=?iso-8859-1?q?=E9?=', '=?x?Q?a?=', '=?utf-8?X?a?=', '=?utf-8*en?Q?a?=', '=?utf-8?Q??='],
  ...[
    '=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=',
    '=?utf-8?Q?=0D=0A?=',
    '=?us-ascii?Q?=FF?=',
    '=?utf-7?Q?+?=',
  ],
];

const parameters = [
  ...['; a=b', ';', '=', '*', '*=', '*0=', '*0*=', '*1*=', '*00=', '*999999999=', "utf-8''", "''"],
  ...["; filename*=utf-8''%C3%A9", "; filename*0*=utf-8'en'%41", '; filename*1="b"', '; name="é'],
  ...['%', '%41', '%zz', '%C3', '%ED%A0%80', '; charset=utf-8', '; charset="x"', '; boundary=x'],
  ...['; boundary="x y "', '; boundary=""', '; charset=utf-16', '; charset=iso-2022-jp'],
];

const addresses = [
  ...['a@b.example', '<a@b.example>', 'A B <a@b>', '"a\\"b" <a@[1.2.3.4]>', 'g: a@b, c@d;', 'g:;'],
  ...['<@c,@d:a@b>', '<>', 'a@', '@b', '(c (d) e)', '(', '\\', '"', '"\\', 'a.@b', 'mailto:a@b'],
  ...[
    '<a@b> <c@d>',
    '<<a@b>>',
    'undisclosed-recipients:;',
    ', ,',
    '<https://a.example/>',
    '<mailto:',
  ],
];

const dates = [
  ...['Mon, 1 Jan 2024 00:00:00 +0000', '31 Feb 24 25:61 EST', '1 Jan 2024 23:59:60 -0000 (x)'],
  ...['Tue, 01 Jan 0000 00:00:00 +9999', '2024-01-01T00:00:00Z', 'Mon, 1 Jan 2024 00:00 GMT'],
];

const fields = [
  ...[
    'From: a@b.example\r\n',
    'To: ',
    'Cc: ',
    'Bcc:',
    'Reply-To: ',
    'Sender: ',
    'Return-Path: <>\r\n',
  ],
  ...[
    'Subject: ',
    'Date: ',
    'Message-ID: <a@b>\r\n',
    'References: <a@b> <c@d>\r\n',
    'In-Reply-To: ',
  ],
  ...[
    'MIME-Version: 1.0\r\n',
    'Content-ID: <a>\r\n',
    'List-Unsubscribe: <',
    'DKIM-Signature: ',
    'X: ',
  ],
  ...['Received: from a by b; ', ':', ': ', ' : ', 'A B: c\r\n', 'Resent-From: '],
];

const contentFields = [
  ...[
    'Content-Type: multipart/mixed; boundary=x\r\n',
    'Content-Type: multipart/digest; boundary=x\r\n',
  ],
  ...['Content-Type: message/rfc822\r\n', 'Content-Type: message/global\r\n', 'Content-Type: '],
  ...['Content-Type: text/plain; charset=utf-8\r\n', 'Content-Type: text/html; charset=x\r\n'],
  ...['Content-Transfer-Encoding: base64\r\n', 'Content-Transfer-Encoding: quoted-printable\r\n'],
  ...['Content-Transfer-Encoding: 8bit\r\n', 'Content-Transfer-Encoding: x-uuencode\r\n'],
  ...['Content-Disposition: attachment; filename=a\r\n', 'Content-Disposition: inline'],
  ...['multipart/', 'message/rfc822', 'text/plain', '=C3=A9', '=\r\n', '=3D', '= \r\n', '===='],
];

/** In groups, so that each is met as often as any other, however many it has. */
export const tokenGroups: readonly (readonly string[])[] = [
  ...[delimiters, specials, blanks, octets, marks, encodedWords],
  ...[parameters, addresses, dates, fields, contentFields],
];
