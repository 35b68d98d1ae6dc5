/** Bodies in the charsets that mail has been written in: RFC 2046 §4.1.2. */

import type { Deviation, Row } from './row.ts';

type Charset = readonly [
  charset: string,
  octets: string,
  text: string,
  but?: readonly Deviation[] | undefined,
];

const charsets: readonly Charset[] = [
  ['us-ascii', 'abc', 'abc'],
  ['utf-8', 'caf\xc3\xa9 \xf0\x9f\x98\x80', 'café 😀'],
  ['iso-8859-1', 'caf\xe9', 'café'],
  ['iso-8859-2', '\xa3\xf3d\xbc', 'Łódź'],
  ['iso-8859-3', '\xa1\xb1', 'Ħħ'],
  ['iso-8859-4', '\xe0\xbe', 'āž'],
  ['iso-8859-5', '\xbf\xe0\xd8', 'При'],
  ['iso-8859-6', '\xd3\xe4\xc7\xe5', 'سلام'],
  ['iso-8859-7', '\xc5\xeb\xeb', 'Ελλ'],
  ['iso-8859-8', '\xf9\xec\xe5\xed', 'שלום'],
  [
    'iso-8859-8-i',
    '\xf9\xec\xe5\xed',
    'שלום',
    [[['python'], 'charset-unknown', 'LookupError: unknown encoding: iso-8859-8-i']],
  ],
  ['iso-8859-9', '\xfd\xfe\xfdk', 'ışık'],
  ['iso-8859-10', '\xe0\xbf', 'āŋ'],
  ['iso-8859-13', '\xe0\xe8\xe6', 'ąčę'],
  ['iso-8859-14', '\xf0\xfe', 'ŵŷ'],
  ['iso-8859-15', '10 \xa4', '10 €'],
  ['iso-8859-16', '\xaa\xba', 'Șș', [[['postal-mime'], 'charset-of-platform', { text: 'ªº' }]]],
  ['windows-1250', '\xa3\xf3d\x9f', 'Łódź'],
  ['windows-1251', '\xcf\xf0\xe8', 'При'],
  [
    'windows-1252',
    '\x93\x80\x94',
    '“€”',
    [[['postal-mime'], 'charset-of-platform', { text: '\u0093\u0080\u0094' }]],
  ],
  ['windows-1253', '\xc5\xeb\xeb', 'Ελλ'],
  ['windows-1254', '\xfd\xfe\xfdk', 'ışık'],
  ['windows-1255', '\xf9\xec\xe5\xed', 'שלום'],
  ['windows-1256', '\xd3\xe1\xc7\xe3', 'سلام'],
  ['windows-1257', '\xe0\xe8\xe6', 'ąčę'],
  ['windows-1258', '\xd0\xfe', 'Đ₫'],
  [
    'windows-874',
    '\xe4\xb7\xc2',
    'ไทย',
    [[['python'], 'charset-unknown', 'LookupError: unknown encoding: windows-874']],
  ],
  ['koi8-r', '\xf0\xd2\xc9', 'При'],
  ['koi8-u', '\xf0\xd2\xa4', 'Прє'],
  ['macintosh', 'caf\x8e', 'café'],
  ['ibm866', '\x8f\xe0\xa8', 'При'],
  ['shift_jis', '\x93\xfa\x96\x7b\x8c\xea', '日本語'],
  ['euc-jp', '\xc6\xfc\xcb\xdc\xb8\xec', '日本語'],
  ['iso-2022-jp', '\x1b$BF|K\\8l\x1b(B.', '日本語.'],
  ['euc-kr', '\xc7\xd1\xb1\xb9\xbe\xee', '한국어'],
  ['gb2312', '\xd6\xd0\xce\xc4', '中文'],
  ['gbk', '\xd6\xd0\xce\xc4', '中文'],
  ['gb18030', '\xd6\xd0\xce\xc4\x95\x32\x82\x36', '中文𠀀'],
  ['big5', '\xa4\xa4\xa4\xe5', '中文'],
  [
    'windows-31j',
    '\x93\xfa\x87\x40',
    '日①',
    [[['python'], 'charset-unknown', 'LookupError: unknown encoding: windows-31j']],
  ],
  ['ks_c_5601-1987', '\xc7\xd1\xb1\xb9', '한국'],
  ['latin1', 'caf\xe9', 'café'],
  ['cp1252', 'caf\xe9', 'café'],
  ['iso_8859-1:1987', 'caf\xe9', 'café'],
  ['ansi_x3.4-1968', 'abc', 'abc'],
  ['tis-620', '\xe4\xb7\xc2', 'ไทย'],
  [
    'utf-16',
    '\xfe\xff\0a\0\xe9\xd8\x3d\xde\x00',
    'aé😀',
    [[['postal-mime'], 'utf-16-order', { text: '\ufffe愀\ue900㷘Þ' }]],
  ],
  ['utf-16be', '\0a\0\xe9\xd8\x3d\xde\x00', 'aé😀'],
  ['utf-16le', 'a\0\xe9\0\x3d\xd8\x00\xde', 'aé😀'],
];

/** Each charset in base64, in which any may stand: RFC 2045 §6.8. */
export const charsetBodies: readonly Row[] = charsets.map(
  ([charset, octets, text, but]): Row => [
    'RFC 2046 §4.1.2',
    `MIME-Version: 1.0\nContent-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: base64\n\n${Buffer.from(octets, 'latin1').toString('base64')}\n`,
    { text },
    but,
  ],
);
