/** Charsets are written strictly and read without surprise; Python's codecs are the second opinion. */

import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import { canonicalCharset, decodeText, encodeText } from '../../lib/transfer/charset.ts';
import { charsets } from '../../lib/transfer/charset-table.ts';
import { notRun } from '../support/not-run.ts';

const test = suite('transfer/charset');

const writable = charsets.filter(({ isReadOnly }) => !isReadOnly).map(({ name }) => name);
const unicode: readonly string[] = ['utf-8', 'gb18030'];

function isWritten(text: string, charset: string): Uint8Array | undefined {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return encodeText(text, charset);
  } catch (error) {
    assert.instance(error, MimewrightError);
    return undefined;
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function refuses(text: string, charset: string, code: string, reason: RegExp): void {
  assert.throws(
    () => encodeText(text, charset),
    (error: unknown) =>
      error instanceof MimewrightError && error.code === code && reason.test(error.message),
    `${charset}: ${JSON.stringify(text)}`,
  );
}

function hex(octets: Uint8Array | undefined): string {
  return octets === undefined ? 'none' : Buffer.from(octets).toString('hex');
}

function octetsOf(hexText: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hexText, 'hex'));
}

const bmp: readonly string[] = Array.from({ length: 0x10000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCharCode(code));

const written = new Map<string, ReadonlyMap<string, string>>();

/** All single octets, all pairs, and all pairs behind 0x8F, with line feeds to begin anew. */
const octetSequences: Uint8Array = (() => {
  const octets: number[] = [];
  for (let first = 0; first < 256; first += 1) {
    octets.push(first, 0x0a);
    if (first < 0x80) continue;
    for (let second = 0x40; second < 256; second += 1) {
      octets.push(first, second, 0x0a, 0x8f, first, second, 0x0a);
    }
  }
  return Uint8Array.from(octets);
})();

/** All that the charset reads, and every 31st other character; for Unicode all of the BMP. */
function candidates(charset: string): Iterable<string> {
  if (unicode.includes(charset)) return bmp;
  const readable = decodeText(octetSequences, charset)?.text ?? '';
  return new Set([...Array.from(readable), ...bmp.filter((_character, at) => at % 31 === 0)]);
}

/** The characters of the BMP that the charset carries, with their octets. */
function repertoire(charset: string): ReadonlyMap<string, string> {
  const known = written.get(charset);
  if (known !== undefined) return known;
  const found = new Map<string, string>();
  for (const character of candidates(charset)) {
    const octets = isWritten(character, charset);
    if (octets !== undefined) found.set(character, hex(octets));
  }
  written.set(charset, found);
  return found;
}

test('labels lead to the preferred name, in any case', () => {
  const rows: Readonly<Record<string, string | undefined>> = {
    'UTF-8': 'utf-8',
    utf8: 'utf-8',
    ASCII: 'us-ascii',
    Latin1: 'iso-8859-1',
    CP1252: 'windows-1252',
    'x-sjis': 'shift_jis',
    cp932: 'windows-31j',
    'KS_C_5601-1987': 'ks_c_5601-1987',
    'ISO-2022-JP': 'iso-2022-jp',
    'u.t.f.8': undefined,
    hex: undefined,
    base64: undefined,
    binary: undefined,
    'utf-7': undefined,
    cp437: 'ibm437',
    constructor: undefined,
    'iso-8859-12': undefined,
    '': undefined,
    'utf-8\r\nX: y': undefined,
  };
  for (const [label, name] of Object.entries(rows)) assert.is(canonicalCharset(label), name, label);
});

test('no label stands twice in the table, and each is in lower case', () => {
  const labels = charsets.flatMap(({ name, aliases }) => [name, ...aliases]);
  assert.equal(labels, [...new Set(labels)]);
  for (const label of labels) assert.match(label, /^[a-z0-9_.:-]+$/);
});

test('every charset of the table is read', () => {
  for (const { name, isReadOnly } of charsets) {
    const octets = isReadOnly ? new Uint8Array(0) : encodeText('aZ 09', name);
    assert.equal(
      decodeText(octets, name),
      { text: isReadOnly ? '' : 'aZ 09', isExact: true },
      name,
    );
  }
});

test('what cannot be carried is named with its index', () => {
  refuses('abc\uD800d', 'utf-8', 'ill-formed-text', /index 3: U\+D800/);
  refuses('\uDC00\uD800', 'us-ascii', 'ill-formed-text', /index 0: U\+DC00/);
  refuses('naïve', 'us-ascii', 'charset-unencodable', /^us-ascii lacks U\+00EF "ï" at index 2/);
  refuses('5 €', 'iso-8859-1', 'charset-unencodable', /U\+20AC "€" at index 2/);
  refuses('ab😀', 'windows-1252', 'charset-unencodable', /U\+1F600 "😀" at index 2/);
  refuses('a?b☕c', 'koi8-r', 'charset-unencodable', /U\+2615 "☕" at index 3/);
  refuses('e\u0301', 'iso-8859-2', 'charset-unencodable', /U\+0301/);
  refuses('嘊嘍č', 'iso-8859-1', 'charset-unencodable', /U\+560A/);
  refuses('¥', 'shift_jis', 'charset-unencodable', /U\+00A5/);
  refuses('‾', 'euc-jp', 'charset-unencodable', /U\+203E/);
  refuses('你們 鎔', 'gb2312', 'charset-unencodable', /^gb2312 lacks U\+5011 "們" at index 1/);
  refuses('가똠', 'euc-kr', 'charset-unencodable', /U\+B620 "똠" at index 1/);
  refuses('①', 'shift_jis', 'charset-unencodable', /U\+2460/);
  refuses('€', 'gbk', 'charset-unencodable', /U\+20AC/);
  refuses('a€b', 'macintosh', 'charset-unencodable', /U\+20AC/);
  refuses(
    'abc',
    'utf8x',
    'charset-unknown',
    /^not a charset: "utf8x"; allowed are utf-8, us-ascii/,
  );
  refuses('abc', 'utf-8\r\nX: y', 'charset-unknown', /"utf-8\\r\\nX: y"/);
  refuses('日本ｱ', 'iso-2022-jp', 'charset-unencodable', /iso-2022-jp lacks U\+FF71 .* index 2/);
  refuses('a\x1b', 'iso-2022-jp', 'charset-unencodable', /U\+001B/);
  refuses('\x0e', 'iso-2022-jp', 'charset-unencodable', /U\+000E .* index 0/);
  refuses('a', 'utf-16', 'charset-unknown', /read but not written/);
});

test('U+FFFD is written in Unicode only', () => {
  for (const charset of writable) {
    if (unicode.includes(charset))
      assert.is(decodeText(encodeText('\uFFFD', charset), charset)?.isExact, true);
    else refuses('a\uFFFD', charset, 'charset-unencodable', /U\+FFFD.* at index 1/);
  }
});

test('known octets', () => {
  assert.is(hex(encodeText('é€', 'windows-1252')), 'e980');
  assert.is(hex(encodeText('Привет', 'koi8-r')), 'f0d2c9d7c5d4');
  assert.is(hex(encodeText('日本', 'shift_jis')), '93fa967b');
  assert.is(hex(encodeText('日本', 'euc-jp')), 'c6fccbdc');
  assert.is(hex(encodeText('中文', 'gb2312')), 'd6d0cec4');
  assert.is(hex(encodeText('中文', 'big5')), 'a4a4a4e5');
  assert.is(hex(encodeText('한글', 'euc-kr')), 'c7d1b1db');
  assert.is(hex(encodeText('똠', 'ks_c_5601-1987')), '8c63');
  assert.is(hex(encodeText('😀', 'gb18030')), '9439fc36');
  assert.is(hex(encodeText('①', 'windows-31j')), '8740');
});

test('a leading U+FEFF is text', () => {
  assert.is(hex(encodeText('\uFEFFa', 'utf-8')), 'efbbbf61');
  assert.is(hex(encodeText('\uFEFFa', 'gb18030')), '8431953361');
  assert.equal(decodeText(octetsOf('efbbbf61'), 'utf-8'), { text: '\uFEFFa', isExact: true });
  assert.equal(decodeText(octetsOf('8431953361'), 'gb18030'), { text: '\uFEFFa', isExact: true });
  assert.equal(decodeText(octetsOf('fffe000061000000'), 'utf-32le'), {
    text: '\uFEFFa',
    isExact: true,
  });
  assert.equal(decodeText(octetsOf('fffe6100'), 'utf-16le'), { text: '\uFEFFa', isExact: true });
});

test('utf-16 and utf-32 follow their mark, or are big-endian (RFC 2781 §4.3)', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['fffe6100', 'utf-16'],
    ['feff0061', 'utf-16'],
    ['0061', 'utf-16'],
    ['6100', 'utf-16le'],
    ['fffe000061000000', 'utf-32'],
    ['0000feff00000061', 'utf-32'],
    ['00000061', 'utf-32'],
    ['00000061', 'utf-32be'],
  ];
  for (const [octets, charset] of rows) {
    assert.equal(decodeText(octetsOf(octets), charset), { text: 'a', isExact: true }, octets);
  }
});

test('octets without a meaning are seen', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['61e9', 'us-ascii'],
    ['61e9', 'utf-8'],
    ['eda080', 'utf-8'],
    ['c080', 'utf-8'],
    ['81', 'windows-1252'],
    ['ff', 'iso-8859-8'],
    ['81', 'shift_jis'],
    ['6181', 'gbk'],
    ['b0', 'euc-kr'],
    ['8f', 'euc-jp'],
    ['a4', 'big5'],
    ['8431a530', 'gb18030'],
    ['843195', 'gb18030'],
    ['d83d', 'utf-16be'],
    ['61', 'utf-16be'],
    ['00110000', 'utf-32be'],
    ['0000d800', 'utf-32be'],
    ['000061', 'utf-32be'],
    ['ff', 'iso-2022-jp'],
  ];
  for (const [octets, charset] of rows) {
    const decoded = decodeText(octetsOf(octets), charset);
    assert.is(decoded?.isExact, false, `${charset} ${octets}: ${JSON.stringify(decoded)}`);
    assert.ok(decoded?.text.isWellFormed());
  }
});

test('windows-1252 is read as such on every Node', () => {
  assert.equal(decodeText(octetsOf('80939499'), 'windows-1252'), { text: '€“”™', isExact: true });
});

test('iso-2022-jp is read and written, each line from ASCII to ASCII', () => {
  const octets = octetsOf('611b2442467c4b5c1b284262');
  assert.equal(decodeText(octets, 'iso-2022-jp'), { text: 'a日本b', isExact: true });
  assert.is(hex(encodeText('a日本b', 'iso-2022-jp')), hex(octets));
  assert.is(hex(encodeText('日\r\n本', 'iso-2022-jp')), '1b2442467c1b28420d0a1b24424b5c1b2842');
});

test('an unknown charset gives nothing', () => {
  assert.is(decodeText(octetsOf('61'), 'x-unknown'), undefined);
  assert.is(decodeText(octetsOf('61'), '__proto__'), undefined);
});

test('law: every character of the BMP comes back, or throws, in every charset', () => {
  for (const charset of writable) {
    const carried = repertoire(charset);
    const text = [...carried.keys()].join('');
    const shifts = charset === 'iso-2022-jp' ? '\x0E\x0F\x1B' : '';
    for (let code = 0; code < 128; code += 1) {
      const character = String.fromCharCode(code);
      const length = shifts.includes(character) && shifts !== '' ? undefined : 2;
      assert.is(carried.get(character)?.length, length);
    }
    for (const [character, octets] of carried) {
      const back = decodeText(octetsOf(octets), charset);
      if (back?.text !== character || !back.isExact) assert.unreachable(`${charset} ${octets}`);
    }
    assert.is(decodeText(encodeText(text, charset), charset)?.text, text, charset);
  }
});

const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.nat({ max: 0x10ffff })).map((codes) => String.fromCodePoint(...codes)),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('aZ?~\\\r\n\0é€Ωжאبก日本語中文們한똠①¥‾😀\uFEFF\uFFFD\u0301\uD800'),
    ),
  }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

test('law: what is written decodes exactly to the text', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...writable), (text, charset) => {
      const octets = isWritten(text, charset);
      if (octets !== undefined) assert.equal(decodeText(octets, charset), { text, isExact: true });
    }),
    { numRuns: 3000 },
  );
});

test('law: us-ascii holds no octet beyond 0x7F', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const octets = isWritten(text, 'us-ascii') ?? new Uint8Array(0);
      assert.ok(octets.every((octet) => octet <= 0x7f));
    }),
  );
});

test('law: a text is refused only for a character that is refused alone', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...writable), (text, charset) => {
      const isCarried = Array.from(text).every(
        (character) => isWritten(character, charset) !== undefined,
      );
      assert.is(isWritten(text, charset) !== undefined, isCarried);
    }),
    { numRuns: 1000 },
  );
});

test('law: any octets in any charset give well-formed text', () => {
  const anyCharset = fc.constantFrom(...charsets.map(({ name }) => name));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), anyCharset, (octets, charset) => {
      const before = Uint8Array.from(octets);
      const decoded = decodeText(octets, charset);
      assert.ok(decoded?.text.isWellFormed(), charset);
      assert.equal(octets, before);
    }),
    { numRuns: 3000 },
  );
});

const pythonNames: Readonly<Record<string, string>> = {
  'iso-8859-8-i': 'iso-8859-8',
  'windows-874': 'cp874',
  'ks_c_5601-1987': 'cp949',
  'windows-31j': 'cp932',
  macintosh: 'mac_roman',
};

/** For one character, Python's octets decoded: `charset` to a list of 65536 texts or nulls. */
const DECODE_ALL = `
import json, sys
for line in sys.stdin:
    name, octets = line.split()
    out = []
    for item in octets.split(','):
        try: out.append(bytes.fromhex(item).decode(name))
        except UnicodeDecodeError: out.append(None)
    print(json.dumps(out))
`;

/** Cells for which Python's older tables name a look-alike: what everyone else reads is ours. */
const READ_OTHERWISE_BY_PYTHON: Readonly<Record<string, string>> = {
  gb2312: '·—',
  shift_jis: '∥－～￠￡￢',
  'euc-jp': '∥－～￠￡￢',
  'iso-2022-jp': '∥－～￠￡￢',
  big5: '¯‧€∕⊕⊙﹑﹨～￠￡￥／＼',
  gb18030: 'ḿ\uE7C7',
  'euc-kr': '\u3164',
  'windows-1255': '\u05BA',
};

test('law: Python reads what is written', () => {
  const names = writable.filter((name) => name !== 'tis-620');
  const input = names
    .map((name) => `${pythonNames[name] ?? name} ${[...repertoire(name).values()].join()}\n`)
    .join('');
  const python = spawnSync('python3', ['-c', DECODE_ALL], { input, maxBuffer: 2 ** 28 });
  if (python.status !== 0) return notRun('charsets against python3, which is not here');
  const answers = python.stdout.toString().trimEnd().split('\n');
  assert.is(answers.length, names.length);
  for (const [at, name] of names.entries()) {
    const read: readonly (string | null)[] = JSON.parse(answers[at] ?? '[]');
    const otherwise = [...repertoire(name).keys()].filter((character, n) => read[n] !== character);
    const unexpected = otherwise.filter((c) => !READ_OTHERWISE_BY_PYTHON[name]?.includes(c));
    assert.equal(unexpected, [], name);
  }
});

test('every charset has the label that starts with cs, as the registry asks (RFC 3808)', () => {
  const without = charsets.filter(
    ({ aliases }) => !aliases.some((label) => label.startsWith('cs')),
  );
  assert.equal(
    without.map(({ name }) => name),
    ['iso-8859-11'], // not registered
  );
});

test.run();
