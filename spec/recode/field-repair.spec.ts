/** Faulty fields written anew: 7-bit lines that say the same. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { read } from '../../lib/reader/read.ts';
import { type FieldRepair, repairField, withLineEndOf } from '../../lib/recode/field-repair.ts';
import { sevenBitFault } from '../../lib/transfer/survey.ts';

const test = suite('recode/field-repair');

function repaired(line: string, repair: FieldRepair): string | undefined {
  const octets = Buffer.from(`${line}\r\n`);
  const [field] = read(octets).fields;
  return field && repairField(octets, field, repair)?.lines.toString('latin1');
}

const rows: readonly (readonly [line: string, repair: FieldRepair, lines: string | undefined])[] = [
  ['Subject :x', 'layout', 'Subject: x\r\n'],
  ['X-mailer: a', 'layout', 'X-Mailer: a\r\n'],
  ['Subject: é', 'layout', undefined],
  ['Subject: a\x07', 'value', undefined],
  ['Subject: =?utf-8?Q?a?= =?x-nobody?Q?b?=', 'value', undefined],
  [
    'To: "=?utf-8?Q?Zo=C3=AB?=" <a@b.example>',
    'value',
    'To: =?utf-8?Q?Zo=C3=AB?= <a@b.example>\r\n',
  ],
  ['To: "" <a@b.example>', 'value', 'To: a@b.example\r\n'],
  ['To: a@b.example (Ann)', 'value', undefined],
  ['To: Ann', 'value', undefined],
  ['Content-Type: text/plain; charset=utf-8, text/html', 'value', undefined],
  ['Content-Type: text/plain; name=a; name=b', 'value', undefined],
  ["Content-Type: text/plain; name*=utf-8'en'a", 'value', undefined],
  ['Content-Type: text/html;', 'value', 'Content-Type: text/html\r\n'],
  [
    'Content-Disposition: attachment; filename="=?utf-8?Q?=C3=A9?=.pdf"',
    'value',
    "Content-Disposition: attachment; filename*=utf-8''%C3%A9.pdf\r\n",
  ],
  [
    'References: <a@b.example>\r\n <c @d.example>',
    'value',
    'References: <a@b.example> <c@d.example>\r\n',
  ],
  ['MIME-Version: 2.0', 'value', 'MIME-Version: 1.0\r\n'],
  ['Received: by é', 'value', undefined],
];

for (const [line, repair, lines] of rows) {
  test(`${JSON.stringify(line)}, ${repair}: ${JSON.stringify(lines)}`, () => {
    assert.is(repaired(line, repair), lines);
  });
}

const name = fc.constantFrom(
  ...['Subject', 'To', 'From', 'Date', 'Message-ID', 'References', 'Received', 'List-Post'],
  ...['Content-Type', 'Content-Disposition', 'MIME-Version', 'X-Note'],
);
const piece = fc.constantFrom(
  ...[' ', '\t', '\r\n ', ';', ',', '"', '<', '>', '(', ')', '@', '=', '\0', '\\', ':', '*'],
  ...['é', '\xff', 'a@b.example', 'Zoë', '=?utf-8?Q?a?=', 'text/plain', 'name=x y', "n*=utf-8''é"],
  ...['17 Nov 25 10:00 EST', 'x'.repeat(1000)],
);
const line = fc
  .tuple(name, fc.constantFrom(':', ': ', ' :'), fc.array(piece, { maxLength: 12, size: 'max' }))
  .map(([field, colon, pieces]) => Buffer.from(`${field}${colon}${pieces.join('')}\r\n`));

test('law: the new lines are one field in 7-bit, and a second repair changes nothing', () => {
  fc.assert(
    fc.property(line, fc.constantFrom<FieldRepair>('layout', 'value'), (octets, repair) => {
      const [field] = read(octets).fields;
      if (field === undefined) return;
      const once = repairField(octets, field, repair);
      if (once === undefined) return;
      assert.is(sevenBitFault(once.lines), undefined);
      const [again] = once.reading.fields;
      assert.is(once.reading.fields.length, 1);
      assert.is(again?.lowerName, field.lowerName);
      const twice = again && repairField(once.lines, again, repair);
      if (twice !== undefined) assert.is(twice.lines.toString(), once.lines.toString());
    }),
    { numRuns: 500 },
  );
});

test('law: text, addresses and file names stay', () => {
  fc.assert(
    fc.property(line, (octets) => {
      const [field] = read(octets).fields;
      const [after] = (field && repairField(octets, field, 'value'))?.reading.fields ?? [];
      if (field === undefined || after === undefined) return;
      if (field.kind === 'unstructured') assert.is(after.text, field.text);
      assert.equal(after.date?.date, field.date?.date);
      assert.is(after.addresses.length, field.addresses.length);
      assert.is(after.disposition?.parameters.length, field.disposition?.parameters.length);
    }),
    { numRuns: 500 },
  );
});

test('a field without a line end gets none', () => {
  const lines = Buffer.from('Subject: x\r\n');
  assert.is(withLineEndOf(Buffer.from('Subject:x'), lines).toString(), 'Subject: x');
  assert.is(withLineEndOf(Buffer.from('Subject:x\n'), lines).toString(), 'Subject: x\r\n');
});

test.run();
