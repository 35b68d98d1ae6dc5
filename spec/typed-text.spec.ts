/** Typed text is read text: what the caller wrote is what three readers from outside show. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compose } from '../lib/builder/compose.ts';
import type { MessageBuilder } from '../lib/builder/message-builder.ts';
import { filename, lines, octets, text } from '../lib/testing/arbitraries.ts';
import { notRun } from './support/not-run.ts';
import {
  comparable,
  pythonIsHere,
  type Reading,
  readWithMailparser,
  readWithPostalMime,
  readWithPython,
} from './support/readers.ts';
import { assertSevenBitLines } from './support/wire.ts';

const test = suite('typed-text');

/**
 * A reader, and what it makes of text that the standards let it see as it is: its own faults, each
 * undone on both sides of a comparison. No other spelling of ours would spare them.
 */
interface Witness {
  readonly name: string;
  readonly read: (message: Uint8Array) => Promise<Reading>;
  subject(text: string): string;
  displayName(text: string): string;
  /** Whether it has a way to show that file name. */
  showsFilename(name: string): boolean;
}

const witnesses: Witness[] = [
  {
    name: 'postal-mime',
    read: readWithPostalMime,
    subject: withoutByteOrderMarks,
    displayName: withoutByteOrderMarks,
    // QUIRK: looks for encoded-words in an extended value after decoding it (RFC 2231 §4 knows
    // none there), so a file name that looks like one is lost whatever we write.
    showsFilename: (name) => !LOOK_ALIKE.test(name) && !name.startsWith('\ufeff'),
  },
  {
    name: 'mailparser',
    read: readWithMailparser,
    subject: asItIs,
    displayName: asItIs,
    showsFilename: () => true,
  },
];
if (pythonIsHere()) {
  witnesses.push({
    name: 'python',
    read: readWithPython,
    subject: asItIs,
    // QUIRK: in a phrase, Python 3.11 shows the fold between two encoded-words as a blank (RFC
    // 2047 §6.2 has it ignored), and runs of white space as one.
    displayName: (name) => name.replace(/[\s\u0085]/g, ''),
    // QUIRK: takes white space, angles and quotes off the decoded value; RFC 2231 has no such step.
    showsFilename: (name) => !/^[\s\u0085]|[\s\u0085]$|^<.*>$|^".*"$/.test(name),
  });
} else notRun('typed text through Python: python3 is not installed');

const LOOK_ALIKE = /=\?[^?\s]+\?[BQ]\?/i;

/** Each has broken some sender. */
const SEEDS: readonly string[] = [
  ...['=?utf-8?Q?x?=', 'a =?utf-8?Q?x?= b', 'x'.repeat(2000), 'é  é', ' é ', 'a  b', '\t', 'a\tb'],
  ...[
    '👨‍👩‍👧‍👦'.repeat(10),
    '日本語'.repeat(200),
    '\u560a\u560d',
    'č',
    'a"b\\c;d',
    '100%25',
    "utf-8''x",
  ],
  ...["'", "it's", '"', '\\', '(x)', 'Doe, Ann', 'a@b.example, c', '<x@evil.example>', 'Team: x;'],
  ...['x\u2028y', 'x\u0085y', '\u00a0x', '\u202egnp.exe', 'İß\u212a', 'e\u0301', 'שלום'],
];

const BODY_SEEDS: readonly string[] = [
  ...['', '.', '..\r\n.', 'From x\r\n\r\nFrom y', 'a\rb', 'é\r\n\n\nx', 'tab\t', '-- \r\nx', '\0'],
  ...['--=_0_\r\n--=_0_--', '=', '=3D', 'x'.repeat(1500), 'é'.repeat(1500), '\u2028', 'x '],
];

const base = compose().from('ann@example.com').to('bob@example.net').text('text');
const attached = { content: 'x', type: 'application/pdf' } as const;

/** Reads what a builder makes, once it has been held to the wire. */
async function readingOf({ read }: Witness, builder: MessageBuilder): Promise<Reading> {
  const { octets: message } = builder.build();
  assertSevenBitLines(message);
  assert.is(builder.sizeOctets(), message.length);
  return read(message);
}

for (const witness of witnesses) {
  test(`law: ${witness.name} reads subjects as they were typed (W1, W9)`, async () => {
    await fc.assert(
      fc.asyncProperty(text, async (subject) => {
        const reading = await readingOf(witness, base.subject(subject));
        assert.is(witness.subject(reading.subject ?? ''), witness.subject(subject));
      }),
      { numRuns: 100, examples: SEEDS.map((seed) => [seed]) },
    );
  });

  test(`law: ${witness.name} reads display names as they were typed, and nobody else (A3)`, async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (name, other) => {
        const reading = await readingOf(
          witness,
          base
            .from({ name, address: 'ann@example.com' })
            .without('To')
            .to({ name, address: 'bob@example.net' }, { name: other, address: 'cat@example.org' })
            .cc({ group: other, members: [{ name, address: 'dan@example.org' }] }),
        );
        const mailboxes = [...reading.from, ...reading.to, ...reading.cc];
        assert.equal(
          mailboxes.map((mailbox) => ({ ...mailbox, name: witness.displayName(mailbox.name) })),
          [
            { name: witness.displayName(name), address: 'ann@example.com' },
            { name: witness.displayName(name), address: 'bob@example.net' },
            { name: witness.displayName(other), address: 'cat@example.org' },
            { name: witness.displayName(name), address: 'dan@example.org' },
          ],
        );
      }),
      { numRuns: 60, examples: SEEDS.map((seed) => [seed, seed]) },
    );
  });

  test(`law: ${witness.name} reads file names as they were typed (P1, W9)`, async () => {
    await fc.assert(
      fc.asyncProperty(filename, async (name) => {
        fc.pre(witness.showsFilename(name));
        const reading = await readingOf(witness, base.attach({ ...attached, filename: name }));
        assert.is(reading.attachments[0]?.filename, name);
      }),
      {
        numRuns: 100,
        examples: SEEDS.filter((seed) => !/\p{Cc}/u.test(seed)).map((seed) => [seed]),
      },
    );
  });

  test(`law: ${witness.name} reads texts with their lines, and attachments octet for octet`, async () => {
    await fc.assert(
      fc.asyncProperty(lines, lines, octets, async (plain, html, content) => {
        const builder = base
          .text(plain)
          .html(html)
          .attach({ ...attached, content });
        const reading = await readingOf(witness, builder);
        assert.is(shown(reading.text), shown(plain));
        assert.is(shown(reading.html), shown(html));
        assert.equal(reading.attachments[0]?.octets, Buffer.from(content));
      }),
      {
        numRuns: 100,
        examples: BODY_SEEDS.map((seed): [string, string, Buffer] => [
          seed,
          seed,
          Buffer.from(seed),
        ]),
      },
    );
  });
}

if (pythonIsHere()) {
  test('law: Python finds no defect in what we write (S10)', async () => {
    await fc.assert(
      fc.asyncProperty(text, filename, lines, async (t, name, content) => {
        const reading = await readWithPython(
          base
            .from({ name: t, address: 'ann@example.com' })
            .subject(t)
            .text(content)
            .attach({ ...attached, filename: name, description: t })
            .build().octets,
        );
        assert.equal(reading.defects, []);
      }),
      { numRuns: 100 },
    );
  });
}

test('a name that is its own address is written, though two readers leave it out', () => {
  const { octets: message } = base.from({ name: 'a@b.example', address: 'a@b.example' }).build();
  assert.match(Buffer.from(message).toString(), /^From: "a@b.example" <a@b.example>\r\n/);
});

/** Text as readers agree on it, but for a byte order mark at its start, which some take off. */
function shown(content: string | undefined): string {
  return withoutByteOrderMarks(comparable(content) ?? '');
}

// QUIRK: postal-mime decodes by TextDecoder, which takes U+FEFF at the start of each run of
// encoded-words for a mark.
function withoutByteOrderMarks(content: string): string {
  return content.replaceAll('\ufeff', '');
}

function asItIs(content: string): string {
  return content;
}

test.run();
