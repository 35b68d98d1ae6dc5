/** Display names in encoded-words and in UTF-8: RFC 2047 §5, RFC 6532 §3.2. */

import type { Row } from './row.ts';

export const addressNames: readonly Row[] = [
  [
    'RFC 2047 §8',
    'From: =?US-ASCII?Q?Keith_Moore?= <moore@cs.example>\nTo: =?ISO-8859-1?Q?Keld_J=F8rn_Simonsen?= <keld@dkuug.example>\nCc: =?ISO-8859-1?Q?Andr=E9?= Pirard <PIRARD@vm1.example>',
    {
      from: ['Keith Moore <moore@cs.example>'],
      to: ['Keld Jørn Simonsen <keld@dkuug.example>'],
      cc: ['André Pirard <PIRARD@vm1.example>'],
    },
  ],
  [
    'RFC 2047 §6.2',
    'To: =?utf-8?Q?a?= =?utf-8?Q?b?= <a@b.example>',
    { to: ['ab <a@b.example>'] },
    [[['python'], 'blanks-between-words', { to: ['a b <a@b.example>'] }]],
  ],
  [
    'RFC 2047 §6.2',
    'To: =?utf-8?Q?a?=\n =?utf-8?Q?b?= <a@b.example>',
    { to: ['ab <a@b.example>'] },
    [[['python'], 'blanks-between-words', { to: ['a b <a@b.example>'] }]],
  ],
  ['RFC 2047 §6.2', 'To: =?utf-8?Q?Doe=2C_Ann?= <a@b.example>', { to: ['Doe, Ann <a@b.example>'] }],
  [
    'RFC 2047 §6.2',
    'To: =?utf-8?B?PHhAZXZpbC5leGFtcGxlPiw=?= <a@b.example>',
    { to: ['<x@evil.example>, <a@b.example>'] },
  ],
  [
    'RFC 2047 §6.2',
    'To: =?utf-8?Q?=22Ann=22_=28x=29?= <a@b.example>',
    { to: ['"Ann" (x) <a@b.example>'] },
  ],
  [
    'RFC 2047 §5(3)',
    'To: Ann =?utf-8?B?TMOpZQ==?= "the" First <a@b.example>',
    { to: ['Ann Lée the First <a@b.example>'] },
  ],
  [
    'RFC 2047 §5(3)',
    'To: =?utf-8?Q?=C3=89quipe?=: a@b.example;',
    { to: ['<a@b.example>'], groups: ['Équipe: <a@b.example>;'] },
  ],
  ['RFC 2047 §5(2)', 'To: Ann <a@b.example> (=?utf-8?Q?=C3=A9?=)', { to: ['Ann <a@b.example>'] }],
  [
    'RFC 2047 §6.2',
    'To: =?iso-2022-jp?B?GyRCRnxLXDhsGyhC?= <a@b.example>',
    { to: ['日本語 <a@b.example>'] },
  ],
  [
    'RFC 2047 §6.2',
    'To: =?gb18030?B?1tDOxA==?= <a@b.example>, =?euc-kr?B?x9Gxub7u?= <c@d.example>',
    { to: ['中文 <a@b.example>', '한국어 <c@d.example>'] },
  ],
  [
    'RFC 6532 §3.2',
    'To: Zo\xc3\xab <a@b.example>, "Andr\xc3\xa9" <c@d.example>',
    { to: ['Zoë <a@b.example>', 'André <c@d.example>'] },
    [
      [
        ['python'],
        'eight-bit-address',
        { to: ['Zo\udcc3\udcab <a@b.example>', 'Andr\udcc3\udca9 <c@d.example>'] },
      ],
    ],
  ],
  [
    'RFC 6532 §3.2',
    'To: <andr\xc3\xa9@b\xc3\xbccher.example>',
    { to: ['<andré@bücher.example>'] },
    [[['python'], 'eight-bit-address', { to: ['<andr\udcc3\udca9@b\udcc3\udcbccher.example>'] }]],
  ],
  [
    'RFC 2047 §6.2',
    'To: =?utf-8?B?77u/YQ==?= <a@b.example>',
    { to: ['\ufeffa <a@b.example>'] },
    [[['postal-mime'], 'bom-undone', { to: ['a <a@b.example>'] }]],
  ],
  [
    'RFC 2047 §6.2',
    'To: =?utf-8?Q?a__b?= <a@b.example>',
    { to: ['a  b <a@b.example>'] },
    [[['python'], 'blanks-undone', { to: ['a b <a@b.example>'] }]],
  ],
];
