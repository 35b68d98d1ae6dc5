/** The laws of the reader, on arbitrary octets, on mutated messages, and beside other readers. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parameterNamed } from '../../lib/header/parsed-parameter.ts';
import type { Span } from '../../lib/octets/span.ts';
import type { Entity } from '../../lib/reader/entity.ts';
import { read } from '../../lib/reader/read.ts';
import { decodeText } from '../../lib/transfer/charset.ts';
import { fixture, fixtures } from '../support/fixture.ts';
import { assertLinear } from '../support/linear.ts';
import { notRun } from '../support/not-run.ts';
import {
  comparable,
  pythonIsHere,
  readWithMailparser,
  readWithPostalMime,
  readWithPython,
} from '../support/readers.ts';

const test = suite('reader/read');

/** What messages are made of, for properties to put together in any order. */
const pieces = [
  ['\r\n', '\n', '\r', ' ', '\t', ':', '--', '--b', '--b--', '--bB', '--bB--', 'From ', '\xff'],
  ['Subject: a', 'A', 'Content-Type: ', 'text/plain', 'message/rfc822', 'multipart/mixed', '"'],
  ['; boundary=b', '; boundary=bB', ';', '=', '(', 'Content-Transfer-Encoding: base64', '\0'],
  ["; name*=utf-8''%41", 'Content-Disposition: attachment', 'text', '\xef\xbb\xbf', '\r\n\r\n'],
].flat();

const assembled = fc
  .array(fc.constantFrom(...pieces), { maxLength: 60 })
  .map((chosen) => Buffer.from(chosen.join(''), 'latin1'));

/** A clean message with a few stretches cut out, put in, or doubled. */
const mutated = fc
  .tuple(
    fc.constantFrom(...fixtures('base').map(([, octets]) => octets)),
    fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.constantFrom('', ...pieces)), { maxLength: 6 }),
  )
  .map(([octets, edits]) => {
    let text = octets.toString('latin1');
    for (const [place, removed, put] of edits) {
      const at = place % (text.length + 1);
      text = text.slice(0, at) + put + text.slice(at + removed);
    }
    return Buffer.from(text, 'latin1');
  });

const anyOctets = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((octets) => Buffer.from(octets)),
  assembled,
  mutated,
);

function* entitiesOf(entity: Entity): Generator<Entity> {
  yield entity;
  for (const part of entity.parts) yield* entitiesOf(part);
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
}

/** Asserts that spans, in any order, cover a span without gap or overlap. */
function assertTiles(tiles: readonly Span[], whole: Span): void {
  let at = whole.start;
  for (const { start, end } of [...tiles].sort((a, b) => a.start - b.start || a.end - b.end)) {
    assert.is(start, at);
    at = end;
  }
  assert.is(at, whole.end);
}

test('law: total, and all that is lazy too', () => {
  fc.assert(
    fc.property(anyOctets, (octets) => {
      for (const entity of entitiesOf(read(octets))) {
        assert.is(entity.octets().length, entity.decodedOctets);
        assert.type(entity.filename ?? '', 'string');
        for (const field of entity.fields) assert.type(field.unfolded(), 'string');
      }
    }),
    { numRuns: 2000 },
  );
});

test('law: spans lie inside what they belong to', () => {
  fc.assert(
    fc.property(anyOctets, (octets) => {
      const root = read(octets);
      assert.equal(root.span, { start: 0, end: octets.length });
      for (const { span, headerSection, body, parts, fields, defects, ...rest } of entitiesOf(
        root,
      )) {
        const { delimiters, mediaType, disposition } = rest;
        for (const inner of [headerSection, body, ...defects]) assert.ok(isWithin(inner, span));
        for (const part of parts) assert.ok(isWithin(part.span, body));
        for (const delimiter of delimiters) assert.ok(isWithin(delimiter, body));
        for (const field of fields) {
          assert.ok(isWithin(field.span, headerSection));
          assert.ok(isWithin(field.nameSpan, field.span) && isWithin(field.bodySpan, field.span));
        }
        for (const parameter of [...mediaType.parameters, ...(disposition?.parameters ?? [])]) {
          assert.ok(fields.some(({ bodySpan }) => isWithin(parameter.span, bodySpan)));
        }
      }
    }),
    { numRuns: 2000 },
  );
});

const lineDefects = new Set([
  'bom-at-start',
  'empty-input',
  'header-line-malformed',
  'leading-continuation',
  'mbox-from-line',
]);

test('law: fields, and the lines that are none, make up the header section', () => {
  fc.assert(
    fc.property(anyOctets, (octets) => {
      for (const { fields, defects, headerSection } of entitiesOf(read(octets))) {
        const lines = defects.filter(({ code }) => lineDefects.has(code));
        assertTiles([...fields.map(({ span }) => span), ...lines], headerSection);
      }
    }),
    { numRuns: 2000 },
  );
});

test('law: the pieces of an entity make up the entity', () => {
  fc.assert(
    fc.property(anyOctets, (octets) => {
      for (const entity of entitiesOf(read(octets))) {
        const { span, headerSection, body, parts, delimiters, preamble, epilogue } = entity;
        const emptyLine = { start: headerSection.end, end: body.start };
        assert.match(
          octets.toString('latin1', emptyLine.start, emptyLine.end),
          /^(\r{0,2}\n|\r|)$/,
        );
        assertTiles([headerSection, emptyLine, body], span);
        const inner = [preamble, epilogue].filter((piece) => piece !== undefined);
        inner.push(...delimiters, ...parts.map((part) => part.span));
        if (inner.length > 0) assertTiles(inner, body);
      }
    }),
    { numRuns: 2000 },
  );
});

test('law: LF, CR and CRLF make the same tree, but for places and line ends', () => {
  const shape = (entity: Entity): unknown => [
    entity.path,
    entity.mediaType.essence,
    entity.filename,
    entity.fields.map((field) => [field.name, field.unfolded()]),
    entity.defects.map(({ code }) => code),
    entity.contentDefects.map(({ code }) => code),
    entity.fields.map(({ defects }) => defects.map(({ code }) => code)),
    entity.text,
    entity.delimiters.length,
    entity.parts.map(shape),
  ];
  fc.assert(
    fc.property(fc.oneof(assembled, mutated), (octets) => {
      const text = octets.toString('latin1').replace(/\r\n?|\n/g, '\n');
      const [lf, cr, crlf] = ['\n', '\r', '\r\n'].map((lineEnd) =>
        shape(read(Buffer.from(text.replaceAll('\n', lineEnd), 'latin1'))),
      );
      assert.equal(cr, lf);
      assert.equal(crlf, lf);
    }),
    { numRuns: 1000 },
  );
});

/** A part to be written by hand: a leaf with a body, or a multipart of parts. */
type Written =
  | { readonly body: string; readonly filename: string }
  | { readonly parts: readonly Written[] };

const { part: writtenPart } = fc.letrec<{ part: Written }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      body: fc.string({ unit: fc.constantFrom('a', '-', '--', '\r\n', ' ', '=') }),
      filename: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    }),
    fc.record({ parts: fc.array(tie('part'), { minLength: 1, maxLength: 4 }) }),
  ),
}));

function write(part: Written, boundary = 'b0'): string {
  if ('body' in part) {
    const filename = encodeURIComponent(part.filename).replace(/['()*!~]/g, escapeHex);
    return [
      'Content-Type: application/x-new',
      `Content-Disposition: attachment; filename*=utf-8''${filename}`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(part.body).toString('base64').replace(/.{76}/g, '$&\r\n'),
    ].join('\r\n');
  }
  const parts = part.parts.map(
    (inner, n) => `--${boundary}\r\n${write(inner, `${n}.${boundary}`)}`,
  );
  const head = `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n`;
  return `${head}${parts.join('\r\n')}\r\n--${boundary}--`;
}

function escapeHex(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}

function leavesOf(part: Written): readonly { body: string; filename: string }[] {
  if ('parts' in part) return part.parts.flatMap(leavesOf);
  return [{ body: part.body, filename: part.filename }];
}

function writtenMessage(part: Written): Buffer {
  return Buffer.from(`From: a@b.example\r\nMIME-Version: 1.0\r\n${write(part)}`);
}

test('law: what is written by hand is read, without a defect', () => {
  fc.assert(
    fc.property(writtenPart, (part) => {
      const entities = [...entitiesOf(read(writtenMessage(part)))];
      const leaves = entities.filter(({ mediaType }) => mediaType.type !== 'multipart');
      assert.equal(
        leaves.map((leaf) => ({ body: String(leaf.octets()), filename: leaf.filename })),
        leavesOf(part),
      );
      assert.equal(
        entities.flatMap(({ defects }) => defects),
        [],
      );
    }),
  );
});

interface Attachment {
  readonly filename?: string | undefined;
  readonly type: string;
  readonly octets: Uint8Array;
}

/** Attachments with line ends that all readers agree on. */
function comparableAttachments(attachments: readonly Attachment[]): readonly unknown[] {
  return attachments.map(({ filename, type, octets }) => {
    return { filename, type, text: comparable(Buffer.from(octets).toString('latin1')) };
  });
}

function attachmentsOf(root: Entity): readonly Attachment[] {
  return [...entitiesOf(root)]
    .filter(({ disposition, parts }) => disposition !== undefined && parts.length === 0)
    .map((leaf) => ({
      filename: leaf.filename,
      type: leaf.mediaType.essence,
      octets: leaf.octets(),
    }));
}

const readers = [readWithPostalMime, readWithMailparser];
if (pythonIsHere()) readers.push(readWithPython);
else notRun('attachments as Python reads them: python3 is not installed');

for (const readWith of readers) {
  test(`${readWith.name} reads the attachments that we read`, async () => {
    const names = ['attachment', 'related', 'calendar', 'latin1', 'cjk', 'alternative', 'list'];
    for (const name of names) {
      const octets = fixture(`base/${name}.eml`);
      const { attachments } = await readWith(octets);
      const named = attachments.filter(({ disposition }) => disposition);
      const ours = attachmentsOf(read(octets)).filter(({ type }) => type !== 'text/calendar');
      assert.equal(comparableAttachments(ours), comparableAttachments(named), name);
    }
  });

  test(`${readWith.name} reads the text that we read`, async () => {
    for (const [name, octets] of fixtures('base')) {
      const leaf = [...entitiesOf(read(octets))].find(
        ({ mediaType }) => mediaType.essence === 'text/plain',
      );
      if (leaf === undefined) continue;
      const charset = parameterNamed(leaf.mediaType.parameters, 'charset')?.value ?? 'us-ascii';
      const text = decodeText(leaf.octets(), charset)?.text;
      const { text: theirs } = await readWith(octets);
      assert.ok(comparable(theirs)?.startsWith(comparable(text) ?? '?'), name);
    }
  });
}

test('law: attachments are those that Python and postal-mime read', async () => {
  const oracles = pythonIsHere() ? [readWithPostalMime, readWithPython] : [readWithPostalMime];
  await fc.assert(
    fc.asyncProperty(writtenPart, async (part) => {
      // Readers trim file names; we leave that to whoever saves a file.
      fc.pre(leavesOf(part).every(({ filename }) => filename === filename.trim()));
      const octets = writtenMessage({ parts: [part] });
      const ours = comparableAttachments(attachmentsOf(read(octets)));
      for (const readWith of oracles) {
        const { attachments } = await readWith(octets);
        assert.equal(comparableAttachments(attachments), ours, readWith.name);
      }
    }),
    { numRuns: 40 },
  );
});

test('clean messages have no defect', () => {
  for (const [name, octets] of fixtures('base')) {
    const defects = [...entitiesOf(read(octets))].flatMap((entity) => entity.defects);
    assert.equal(defects, [], name);
  }
});

test('octets are taken from a view, and the 7bit body of a leaf is not copied', () => {
  const view = new Uint8Array(Buffer.from('xxSubject: a\r\n\r\nbodyxx')).subarray(2, -2);
  const root = read(view);
  assert.equal(root.body, { start: 14, end: 18 });
  assert.is(root.octets().buffer, view.buffer);
});

const mixed = 'Content-Type: multipart/mixed; boundary=b\n\n';

const hostile: Readonly<Record<string, string>> = {
  'comments in Content-Type': `Content-Type: text/plain; a=${'('.repeat(100_000)}\n\n`,
  'semicolons in Content-Type': `Content-Type: text/plain${';'.repeat(100_000)}\n\n`,
  'segments of a parameter': `Content-Type: a/b${'; n*1*=%41'.repeat(100_000)}\n\n`,
  'folds in Content-Type': `Content-Type: text/plain${';\n =b'.repeat(100_000)}\n\n`,
  'encoded-words in a file name': `Content-Disposition: a; filename="${'=?utf-8?Q?a?= '.repeat(100_000)}"\n\n`,
  fields: `${'A: b\n'.repeat(100_000)}\n`,
  'delimiter lines': mixed + '--b\n'.repeat(500_000),
  'lines of hyphens': mixed + '--\n'.repeat(1_000_000),
  'a line of hyphens': mixed + '-'.repeat(4_000_000),
  parts: `${mixed}${'--b\nContent-Type: text/plain\n\na\n'.repeat(100_000)}--b--`,
  'nested multiparts': `${mixed}--b\n`.repeat(20_000),
  'nested messages': 'Content-Type: message/rfc822\n\n'.repeat(20_000),
  'multiparts that never end': `${mixed}${`--b\n${mixed.replace('=b', '=c')}`.repeat(50_000)}`,
};
const repeated = ['=', ':', ' ', '\r', '\n', '(', '"', '\\"', '-', 'a', '\0', ' \n', ':\n', 'a\n'];

test('law: linear, whatever is repeated', () => {
  const cases = Object.entries(hostile);
  for (const piece of repeated) {
    const run = piece.repeat(1_000_000 / piece.length);
    cases.push([`a megabyte of ${JSON.stringify(piece)}`, run]);
    cases.push([`${JSON.stringify(piece)} in a field`, `Content-Type: ${run}`]);
    cases.push([`${JSON.stringify(piece)} in a multipart`, mixed + run]);
  }
  for (const [name, text] of cases) {
    const octets = Buffer.from(text, 'latin1');
    assertLinear(name, () => assert.type(read(octets).filename ?? '', 'string'));
  }
});

test.run();
