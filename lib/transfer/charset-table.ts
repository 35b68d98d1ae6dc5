/** Charsets by their preferred MIME names, with the labels that mail uses for them: IANA registry, RFC 2978. */

/** One charset of the table. */
export interface Charset {
  /** The preferred MIME name, in lower case. */
  readonly name: string;
  /** Who turns octets into text: Node itself, its `TextDecoder`, or iconv-lite. */
  readonly codec: 'node' | 'text-decoder' | 'iconv';
  /** The name by which the codec knows it. */
  readonly codecName: string;
  /** Other labels, in lower case, registered or merely common. */
  readonly aliases: readonly string[];
  /** The octets of one character beyond ASCII, as latin1, that every reader takes alike; all if absent. */
  readonly common?: RegExp;
  /** Read only: text is not written in it. */
  readonly isReadOnly: boolean;
}

type Traits = Partial<Pick<Charset, 'codec' | 'codecName' | 'common' | 'isReadOnly'>>;

function charset(name: string, aliases: string, traits: Traits = {}): Charset {
  const labels = aliases.split(' ').filter((label) => label !== '');
  return { name, codec: 'iconv', codecName: name, aliases: labels, isReadOnly: false, ...traits };
}

// Where a label stands for less than its codec writes, `common` holds the codec to the rows of the
// national standard, without what vendors added in the gaps.
const GB_2312 =
  /^(?!\xA2[\xA1-\xAA]|\xA6[\xE0-\xF5]|\xA8[\xBB-\xC0])[\xA1-\xA9\xB0-\xF7][\xA1-\xFE]$/;
const KS_X_1001 = /^[\xA1-\xFE][\xA1-\xFE]$/;
const JIS_X_0208_SHIFTED = /^(?:[\xA1-\xDF]|[\x81-\x84\x88-\x9F\xE0-\xEA][\x40-\xFC])$/;
const JIS_X_0208_0212 =
  /^(?:\x8E[\xA1-\xDF]|[\xA1-\xA8\xB0-\xF4][\xA1-\xFE]|\x8F[\xA1-\xFE][\xA1-\xFE])$/;
const JIS_X_0208 = /^[\xA1-\xA8\xB0-\xF4][\xA1-\xFE]$/;
const BIG5_1984 =
  /^(?:[\xA1\xA2\xA4-\xC5\xC9-\xF8][\x40-\xFE]|\xA3[\x40-\xBF]|\xC6[\x40-\x7E]|\xF9[\x40-\xD5])$/;
/** All of the Windows pages but a lone octet 0x80, which readers take for different characters. */
const NOT_80 = /^[^\x80]/;
/** Later tables have other characters at 0xBD, 0xDB and 0xF0. */
const MAC_ROMAN = /^[^\xBD\xDB\xF0]$/;

/** Every charset that can be read; those not read only can be written. */
export const charsets: readonly Charset[] = [
  charset('utf-8', 'utf8 csutf8 unicode-1-1-utf-8', { codec: 'node' }),
  charset(
    'us-ascii',
    'ascii ansi_x3.4-1968 ansi_x3.4-1986 iso646-us iso_646.irv:1991 csascii cp367',
    {
      codec: 'node',
    },
  ),
  charset(
    'iso-8859-1',
    'iso8859-1 iso_8859-1 iso_8859-1:1987 latin1 latin-1 l1 csisolatin1 cp819',
    {
      codec: 'node',
    },
  ),
  charset('iso-8859-2', 'iso8859-2 iso_8859-2 iso_8859-2:1987 latin2 latin-2 l2 csisolatin2'),
  charset('iso-8859-3', 'iso8859-3 iso_8859-3 iso_8859-3:1988 latin3 l3 csisolatin3'),
  charset('iso-8859-4', 'iso8859-4 iso_8859-4 iso_8859-4:1988 latin4 l4 csisolatin4'),
  charset('iso-8859-5', 'iso8859-5 iso_8859-5 iso_8859-5:1988 cyrillic csisolatincyrillic'),
  charset('iso-8859-6', 'iso8859-6 iso_8859-6 iso_8859-6:1987 arabic csisolatinarabic'),
  charset('iso-8859-7', 'iso8859-7 iso_8859-7 iso_8859-7:1987 greek csisolatingreek'),
  charset('iso-8859-8', 'iso8859-8 iso_8859-8 iso_8859-8:1988 hebrew csisolatinhebrew'),
  charset('iso-8859-8-i', 'iso_8859-8-i csiso88598i', { codecName: 'iso-8859-8' }),
  charset('iso-8859-9', 'iso8859-9 iso_8859-9 iso_8859-9:1989 latin5 l5 csisolatin5'),
  charset('iso-8859-10', 'iso8859-10 iso_8859-10:1992 latin6 l6 csisolatin6'),
  charset('iso-8859-11', 'iso8859-11'),
  charset('iso-8859-13', 'iso8859-13 csiso885913'),
  charset('iso-8859-14', 'iso8859-14 iso_8859-14 iso_8859-14:1998 latin8 l8 csiso885914'),
  charset('iso-8859-15', 'iso8859-15 iso_8859-15 latin-9 latin9 csiso885915'),
  charset('iso-8859-16', 'iso8859-16 iso_8859-16 iso_8859-16:2001 latin10 l10 csiso885916'),
  charset('windows-1250', 'cp1250 x-cp1250 cswindows1250'),
  charset('windows-1251', 'cp1251 x-cp1251 cswindows1251'),
  charset('windows-1252', 'cp1252 x-cp1252 cswindows1252'),
  charset('windows-1253', 'cp1253 x-cp1253 cswindows1253'),
  charset('windows-1254', 'cp1254 x-cp1254 cswindows1254'),
  charset('windows-1255', 'cp1255 x-cp1255 cswindows1255'),
  charset('windows-1256', 'cp1256 x-cp1256 cswindows1256'),
  charset('windows-1257', 'cp1257 x-cp1257 cswindows1257'),
  charset('windows-1258', 'cp1258 x-cp1258 cswindows1258'),
  charset('windows-874', 'cp874 cswindows874'),
  charset('tis-620', 'tis620 cstis620'),
  charset('koi8-r', 'koi8r koi8 cskoi8r'),
  charset('koi8-u', 'koi8u cskoi8u'),
  charset('ibm866', 'cp866 866 csibm866'),
  charset('ibm437', 'cp437 437 cspc8codepage437', { codecName: 'cp437', isReadOnly: true }),
  charset('ibm850', 'cp850 850 cspc850multilingual', { codecName: 'cp850', isReadOnly: true }),
  charset('ibm852', 'cp852 852 cspcp852', { codecName: 'cp852', isReadOnly: true }),
  charset('ibm00858', 'cp858 858 csibm00858', { codecName: 'cp858', isReadOnly: true }),
  charset('macintosh', 'mac macroman x-mac-roman csmacintosh', { common: MAC_ROMAN }),
  charset('shift_jis', 'shift-jis sjis x-sjis ms_kanji csshiftjis', { common: JIS_X_0208_SHIFTED }),
  charset('windows-31j', 'cp932 ms932 windows-932 cswindows31j', { common: NOT_80 }),
  charset(
    'euc-jp',
    'eucjp x-euc-jp extended_unix_code_packed_format_for_japanese cseucpkdfmtjapanese',
    {
      common: JIS_X_0208_0212,
    },
  ),
  charset('iso-2022-jp', 'csiso2022jp', { codec: 'text-decoder', common: JIS_X_0208 }),
  charset('gb2312', 'gb_2312-80 gb2312-80 euc-cn csgb2312', { common: GB_2312 }),
  charset('gbk', 'cp936 ms936 windows-936 x-gbk csgbk', { codecName: 'cp936', common: NOT_80 }),
  charset('gb18030', 'gb-18030 csgb18030'),
  charset('big5', 'big-5 cn-big5 x-x-big5 csbig5', { common: BIG5_1984 }),
  charset('euc-kr', 'euckr cseuckr', { common: KS_X_1001 }),
  charset('ks_c_5601-1987', 'ks_c_5601 ksc5601 ksc_5601 cp949 windows-949 uhc csksc56011987'),
  charset('utf-16', 'utf16 csutf16', { codec: 'node', isReadOnly: true }),
  charset('utf-16le', 'utf16le csutf16le', { codec: 'node', isReadOnly: true }),
  charset('utf-16be', 'utf16be csutf16be', { codec: 'node', isReadOnly: true }),
  charset('utf-32', 'utf32 csutf32', { isReadOnly: true }),
  charset('utf-32le', 'utf32le csutf32le', { isReadOnly: true }),
  charset('utf-32be', 'utf32be csutf32be', { isReadOnly: true }),
];
