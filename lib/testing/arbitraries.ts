/** Arbitrary text and octets for property tests of any sender of mail, biased to what breaks them. */

import fc from 'fast-check';

/** What some reader, filter or line of code takes for something else; no controls but TAB. */
const HOSTILE_PIECES: readonly string[] = [
  ...['=?utf-8?Q?x?=', '=?utf-8?Q?a=0D=0ABcc:_x?=', '=?', '?=', '=', '=3D', '_', '?'],
  ...['  ', ' ', '\t', '\u00a0', '\u2028', '\u2029', '\u0085', '\ufeff', '\u3000', '\u200b'],
  ...['"', '\\', '\\"', "'", '<', '>', ',', ';', ':', '(', ')', '@', '[', ']', '.', '/', '*'],
  ...['%', '%41', '%zz', "utf-8''a", '--', '--=_', 'From ', '...', '&amp;', '__proto__'],
  ...['a@b.example', '<x@evil.example>', 'x@evil.example>, <y', 'Team: x@evil.example;'],
  ...[
    '\u560a',
    '\u560d',
    '\u010a',
    '\u010d',
    'İ',
    'ß',
    '\u212a',
    'Zoë',
    'é',
    'ﬀ',
    '中文',
    '日本語',
  ],
  ...[
    'e\u0301',
    '\u0301',
    '\u202e',
    '\u200f',
    'שלום',
    '👨‍👩‍👧‍👦',
    '😀',
    '🇩🇪',
    '\ufffd',
    '\u{10ffff}',
  ],
];

/** Controls that no field may hold: C0 without TAB, and DEL. */
const CONTROLS = /[\x00-\x08\x0a-\x1f\x7f]/g;

const asciiWord: fc.Arbitrary<string> = fc.string({ unit: 'grapheme-ascii', maxLength: 12 });

/** Around every limit of the standards: 75 to 78, 998, and beyond. */
const run: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('x', 'é', '日', '"', '😀', ' ', 'a b '),
    fc.constantFrom(40, 60, 63, 72, 73, 74, 75, 76, 77, 78, 79, 998, 1000, 2000),
  )
  .map(([piece, times]) => piece.repeat(times));

const piece: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...HOSTILE_PIECES) },
  { weight: 4, arbitrary: asciiWord },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);

/** Well-formed text on one line, without controls: what any field of text must carry. Not empty. */
export const text: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(piece, { minLength: 1, maxLength: 10, size: 'max' }),
    fc.option(run, { freq: 12, nil: '' }),
  )
  .map(([pieces, long]) => [...pieces, long].join('').replace(CONTROLS, '') || 'x');

/** Any string: text, and between it controls, line ends and surrogates that stand alone. */
export const anyString: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: piece },
      {
        weight: 2,
        arbitrary: fc.constantFrom('\r\n', '\r', '\n', '\0', '\x1b', '\x7f', '\ud800', '\udc00'),
      },
      { weight: 1, arbitrary: fc.constantFrom('\r\nBcc: x@evil.example', '\n\n<html>', '\r\n ') },
      { weight: 1, arbitrary: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) },
      { weight: 1, arbitrary: run },
    ),
    { maxLength: 8, size: 'max' },
  )
  .map((pieces) => pieces.join(''));

/** Text of several lines with every kind of line end, and lines that transport would change. */
export const lines: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 3, arbitrary: text },
        fc.constantFrom(
          '',
          '.',
          '..',
          '-- ',
          '--',
          'From x',
          'From ',
          'tab\t',
          'x ',
          '=',
          '>From ',
        ),
        { weight: 2, arbitrary: fc.lorem({ maxCount: 30 }) },
      ),
      fc.constantFrom('\r\n', '\n', '\r', '\r\r\n', '\n\n', ''),
    ),
    { maxLength: 8, size: 'max' },
  )
  .map((pairs) => pairs.flat().join(''));

/** Any octets: random ones, text, and runs of those that matter to a transfer encoding. */
export const octets: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 200, size: 'max' }),
  lines.map((content) => Buffer.from(content)),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...Buffer.from('aZ09 \t\r\n.=-F_\0\x7f'), 0x80, 0xc3, 0xff),
        fc.constantFrom(1, 1, 1, 2, 3, 57, 75, 76, 77, 998, 1000),
      ),
      { maxLength: 20, size: 'max' },
    )
    .map((runs) => Buffer.concat(runs.map(([octet, times]) => Buffer.alloc(times, octet)))),
);

/** File names: any text without controls, TAB and C1 among them, mostly with an extension. */
export const filename: fc.Arbitrary<string> = fc
  .tuple(text, fc.constantFrom('', '.pdf', '.txt', '.PNG', '.tar.gz', '.'))
  .map(([stem, extension]) => `${stem.replace(/\p{Cc}/gu, '')}${extension}`)
  .filter((name) => name !== '');

const atom: fc.Arbitrary<string> = fc.stringMatching(/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,10}$/);

const quotedLocalPart: fc.Arbitrary<string> = fc
  .stringMatching(/^[ -~]{0,20}$/)
  .map((content) => `"${content.replace(/["\\]/g, '\\$&')}"`);

/** Addr-specs as they stand on the wire: dot-atoms and quoted local parts, names and literals. */
export const addrSpec: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.array(atom, { minLength: 1, maxLength: 3 }).map((all) => all.join('.')),
      },
      { weight: 1, arbitrary: quotedLocalPart },
    ),
    fc.constantFrom(
      'example.com',
      'xn--bcher-kva.example',
      'a.b-c.example',
      '[192.0.2.1]',
      '[IPv6:2001:db8::1]',
    ),
  )
  .map((parts) => parts.join('@'));

/** Mailboxes apart, with or without a display name of any text. */
export const mailbox: fc.Arbitrary<{ readonly name?: string; readonly address: string }> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ name: text, address: addrSpec }, { noNullPrototype: true }) },
  { weight: 1, arbitrary: fc.record({ address: addrSpec }, { noNullPrototype: true }) },
);
