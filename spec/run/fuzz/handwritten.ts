/** Small messages, each for one corner of the standards. */

const ADDRESSES = [
  'From: "Ann \\"A\\" Doe" <ann@example.com> (home (and away))',
  'To: Team: a@b.example, "c d"@e.example, <@x.example:f@g.example>;, undisclosed:;',
  'Cc: =?utf-8?Q?Zo=C3=AB?= =?utf-8?B?IE3DvGxsZXI=?= <zoe@[192.0.2.1]>,, Doe, Ann <a@b>',
  'Reply-To: a . b @ c . example (comment)',
  'Date: Thu, 29 Feb 2024 23:59:60 +0000 (UTC)',
  'Resent-Date: 1 Jan 99 00:00 EST',
  'Message-ID: <a.b@[c]>',
  'References: <a@b> (x) <c@d>\r\n <"e f"@g>',
  'List-Unsubscribe: <https://a.example/u?x=1>, (now) <mailto:u@a.example>',
  'Subject: =?iso-8859-1*en?Q?Caf=E9?=\r\n =?utf-8?Q?_=E2=98?= =?utf-8?Q?=95?= plain',
  'Received: from a by b with SMTP; Mon, 1 Jan 2024 00:00:00 -0000',
];

const PARAMETERS = [
  'Content-Type: text/plain; (c) charset = "utf-8" ; format=flowed',
  'Content-Disposition: attachment;',
  ' filename*0*=iso-8859-1\'en\'%E9t%E9; filename*1=" plain "; filename*2*=%20end;',
  '\tfilename="=?utf-8?Q?=C3=A9?="; size=12',
  'Content-Transfer-Encoding: (x) Quoted-Printable',
  'Content-ID: <a@b>',
  'MIME-Version: 1.0 (c)',
];

const QUOTED_PRINTABLE = [
  '=C3=A9 soft=\r\n=',
  'lower =c3=a9, broken =G1 =',
  'blank  \t',
  '..',
  'From x',
];

const INNER = [
  'Content-Type: multipart/alternative; boundary="x-y"',
  '',
  '--x-y',
  '',
  'one',
  '--x-y',
  'Content-Type: text/html; charset=utf-16',
  'Content-Transfer-Encoding: base64',
  '',
  'PABiAD4A',
  '--x-y--',
];

const NESTED = [
  'Content-Type: multipart/mixed; boundary=x',
  'MIME-Version: 1.0',
  '',
  'preamble',
  '--x',
  ...INNER,
  '',
  '--x ',
  'Content-Type: message/rfc822',
  '',
  'Subject: inner',
  ...INNER,
  '--x--',
  'epilogue',
];

const DIGEST = [
  'Content-Type: multipart/digest; boundary="----"',
  '',
  '------',
  '',
  'Subject: one',
  '',
  'text',
  '------',
  'Content-Type: text/plain',
  '',
  'two',
  '--------',
];

const ODD_STARTS = [
  'From ann@example.com Mon Jan  1 00:00:00 2024',
  '>From x',
  ' folded: nothing',
  'A B: c',
];

function embedded(lines: readonly string[], encoding: 'base64' | 'quoted-printable'): string {
  const text = lines.join('\r\n');
  const body =
    encoding === 'base64' ? Buffer.from(text).toString('base64') : text.replaceAll('=', '=3D');
  return `Content-Type: message/rfc822\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;
}

/** Each in CRLF; the nested ones in LF and in CR too. */
export function handwritten(): readonly Buffer[] {
  const nested = NESTED.join('\r\n');
  const texts = [
    '',
    'a',
    [...ADDRESSES, '', 'text'].join('\r\n'),
    [...PARAMETERS, '', ...QUOTED_PRINTABLE].join('\r\n'),
    [...ODD_STARTS, 'Subject: \xe9 \xc3\xa9', 'no field', 'To: a@b', '', '\xff\0'].join('\r\n'),
    `\xef\xbb\xbf${DIGEST.join('\r\n')}`,
    nested,
    nested.replaceAll('\r\n', '\n'),
    nested.replaceAll('\r\n', '\r'),
    embedded([...ADDRESSES, ...PARAMETERS, '', ...QUOTED_PRINTABLE], 'base64'),
    embedded(NESTED, 'quoted-printable'),
    embedded([embedded(DIGEST, 'base64')], 'base64'),
  ];
  return texts.map((text) => Buffer.from(text, 'latin1'));
}
