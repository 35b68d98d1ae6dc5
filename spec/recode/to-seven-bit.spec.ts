/** Any message becomes 7-bit inside and reads as before, or it is refused: RFC 2045 §6.4. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../../lib/builder/compose.ts';
import { MimewrightError } from '../../lib/errors.ts';
import type { Entity } from '../../lib/reader/entity.ts';
import { read } from '../../lib/reader/read.ts';
import { normalizeLineEnds } from '../../lib/recode/line-ends.ts';
import { toSevenBit } from '../../lib/recode/to-seven-bit.ts';
import { filename, lines, octets, text } from '../../lib/testing/arbitraries.ts';
import { notRun } from '../support/not-run.ts';
import {
  comparable,
  pythonIsHere,
  readWithMailparser,
  readWithPostalMime,
  readWithPython,
} from '../support/readers.ts';
import { assertSevenBitLines } from '../support/wire.ts';

const test = suite('recode/to-seven-bit');

const HEADER_LINES = [
  ...['Subject: Zoë', 'Subject: x', 'From: Zoë Müller <z@b.example>', 'To: "Zoë, M" <z@b.example>'],
  ...['To: Équipe: é <a@b.example>;', 'Cc: a@bücher.example', 'X-Note: \xff', 'X: a\rb', 'é: x'],
  ...['Content-Type: multipart/mixed; boundary=b', 'Content-Type: multipart/signed; boundary=b'],
  ...['Content-Type: text/plain; charset=utf-8', 'Content-Type: message/rfc822', ': x', 'no field'],
  ...['Content-Type: application/pdf; name="é.pdf"', 'Content-Disposition: attachment; filename=é'],
  ...['Content-Transfer-Encoding: 8bit', 'Content-Transfer-Encoding: base64', ' folded é', '\t'],
  ...[
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Transfer-Encoding: x',
    '--b',
    '--b--',
  ],
  ...[
    'Received: by é',
    'Message-ID: <é@b>',
    `Subject: ${'x'.repeat(1500)}`,
    `X: ${'y '.repeat(900)}`,
  ],
];

/** Something like a message: lines of header, empty lines and bodies in any order, any line ends. */
const message: fc.Arbitrary<Buffer> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...HEADER_LINES).map((line) => Buffer.from(line)) },
        { weight: 3, arbitrary: fc.constant(Buffer.alloc(0)) },
        { weight: 2, arbitrary: octets.map((some) => Buffer.from(some)) },
      ),
      fc.constantFrom('\r\n', '\r\n', '\r\n', '\n', '\r', '\r\r\n').map((end) => Buffer.from(end)),
    ),
    { maxLength: 14, size: 'max' },
  )
  .map((all) => Buffer.concat(all.flat()));

/** The message recoded, or undefined where it was refused; any other error is a failure. */
function attempt(given: Uint8Array): Uint8Array | undefined {
  try {
    return toSevenBit(given);
  } catch (error) {
    assert.instance(error, MimewrightError);
    assert.is(error instanceof MimewrightError && error.code, 'message-not-recodable');
    return undefined;
  }
}

/** Types and content of all leaves, line ends of text made CRLF. */
function contentOf(entity: Entity): readonly (readonly [string, string])[] {
  if (entity.parts.length > 0) return entity.parts.flatMap(contentOf);
  const content = normalizeLineEnds(entity.octets());
  return [[entity.mediaType.essence, Buffer.from(content).toString('latin1')]];
}

test('law: any octets become 7-bit lines, or are refused with one code', () => {
  fc.assert(
    fc.property(fc.oneof(message, octets), (given) => {
      const recoded = attempt(given);
      if (recoded !== undefined) assertSevenBitLines(recoded);
    }),
    { numRuns: 500 },
  );
});

test('law: the leaves hold what they held (C6)', () => {
  fc.assert(
    fc.property(fc.oneof(message, octets), (given) => {
      const recoded = attempt(given);
      if (recoded !== undefined) assert.equal(contentOf(read(recoded)), contentOf(read(given)));
    }),
    { numRuns: 500 },
  );
});

test('law: what is 7-bit comes back itself (C5, S20)', () => {
  fc.assert(
    fc.property(message, (given) => {
      const recoded = attempt(given);
      if (recoded !== undefined) assert.is(toSevenBit(recoded), recoded);
    }),
  );
  fc.assert(
    fc.property(text, lines, octets, filename, (subject, body, content, name) => {
      const part = { content, filename: name, type: 'application/pdf' };
      const built = compose()
        .from('a@b.example')
        .subject(subject)
        .text(body)
        .attach(part)
        .toBuffer();
      assert.is(toSevenBit(built), built);
    }),
  );
});

const readers = [readWithPostalMime, readWithMailparser];
if (pythonIsHere()) readers.push(readWithPython);
else notRun('recoded messages through Python: python3 is not installed');

const foreign = Buffer.from(
  [
    'From: Zoë Müller <zoe@example.com>',
    'To: "Doe, Ann" <ann@example.com>, Équipe <equipe@example.com>',
    'Subject: Rechnung für März',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="outer"',
    'Content-Transfer-Encoding: 8bit',
    '',
    '--outer',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Grüße',
    'x'.repeat(1500),
    '--outer',
    'Content-Type: application/pdf; name="Rechnung März.pdf"',
    'Content-Disposition: attachment; filename="Rechnung März.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'JVBERi0xLjQK',
    '--outer--',
    '',
  ].join('\n'),
);

for (const reader of readers) {
  test(`${reader.name} reads the recoded message as what was meant`, async () => {
    const recoded = toSevenBit(foreign);
    assertSevenBitLines(recoded);
    const reading = await reader(recoded);
    assert.is(reading.subject, 'Rechnung für März');
    assert.equal(reading.from, [{ name: 'Zoë Müller', address: 'zoe@example.com' }]);
    assert.equal(reading.to, [
      { name: 'Doe, Ann', address: 'ann@example.com' },
      { name: 'Équipe', address: 'equipe@example.com' },
    ]);
    assert.is(comparable(reading.text), `Grüße\n${'x'.repeat(1500)}`);
    const [attachment] = reading.attachments;
    assert.is(attachment?.filename, 'Rechnung März.pdf');
    assert.is(attachment?.octets.toString(), '%PDF-1.4\n');
    assert.equal(reading.defects, []);
  });
}

function recoded(...parts: readonly string[]): readonly string[] {
  const octetsRecoded = toSevenBit(Buffer.from(parts.join('\r\n')));
  return Buffer.from(octetsRecoded).toString().split('\r\n');
}

test('line ends become CRLF, and nothing else changes', () => {
  const lf = 'Subject: a\n folded  so\nContent-Type: text/plain\n\nx\ry\n';
  assert.is(
    Buffer.from(toSevenBit(Buffer.from(lf))).toString(),
    'Subject: a\r\n folded  so\r\nContent-Type: text/plain\r\n\r\nx\r\ny\r\n',
  );
});

test('an 8-bit body gets a label, and an empty line before it where there was none', () => {
  assert.equal(recoded('Subject: x', '', 'für Ann Miller'), [
    'Subject: x',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'f=C3=BCr Ann Miller',
  ]);
  assert.equal(recoded('für Ann Miller'), [
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'f=C3=BCr Ann Miller',
  ]);
});

test('names in lists of addresses become encoded-words that touch nothing', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Zoë<z@b.example>', '=?utf-8?Q?Zo=C3=AB?= <z@b.example>'],
    ['a@b.example (Zoë)', 'a@b.example (=?utf-8?Q?Zo=C3=AB?=)'],
    [
      '"Zoë \\"M\\", x" <z@b.example>,Ann <a@b.example>',
      '=?utf-8?B?Wm/DqyAiTSIsIHg=?= <z@b.example>,Ann <a@b.example>',
    ],
    ['Équipe:a@b.example;', '=?utf-8?Q?=C3=89quipe?= :a@b.example;'],
    ['\u00a0x <z@bücher.example>', '=?utf-8?B?wqB4?= <z@xn--bcher-kva.example>'],
  ];
  for (const [typed, written] of cases) {
    assert.equal(recoded(`To: ${typed}`, '', ''), [`To: ${written}`, '', ''], typed);
  }
});

test('what would change its meaning is refused, with the part and the field (C7)', () => {
  const refuses = (reason: RegExp, ...parts: readonly (string | Uint8Array)[]): void =>
    assert.throws(
      () => toSevenBit(Buffer.concat(parts.map((part) => Buffer.from(part)))),
      (error: unknown) =>
        error instanceof MimewrightError &&
        error.code === 'message-not-recodable' &&
        reason.test(error.message),
    );
  const signed = (text: string): string =>
    `Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n\r\n${text}\r\n--b--\r\n`;
  refuses(/signed/, signed('é'));
  assert.is(Buffer.from(toSevenBit(Buffer.from(signed('e')))).toString(), signed('e'));
  refuses(
    /part 1: "Subject": .*neither ASCII nor UTF-8/,
    Buffer.from('Subject: \xe9\r\n\r\n', 'latin1'),
  );
  refuses(/"To": .*"é@b.example"/, 'To: "é"@b.example\r\n\r\n');
  refuses(/"To": .*SMTPUTF8/, 'To: é@b.example\r\n\r\n');
  refuses(/"Message-ID": .*outside ASCII/, 'Message-ID: <é@b.example>\r\n\r\n');
  refuses(/"X": .*control/, 'X: a\0b\r\n\r\n');
  refuses(
    /preamble of the attached message holds octets outside 7-bit/,
    'Content-Type: multipart/mixed; boundary=b\r\n\r\né\r\n--b\r\n\r\n\r\n--b--',
  );
});

test.run();
