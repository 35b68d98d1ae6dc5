/** The three outside readers agree on every base message, and say what the fixture says. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fixture, fixtures } from './fixture.ts';
import { notRun } from './not-run.ts';
import {
  comparable,
  pythonIsHere,
  type Reading,
  readWithMailparser,
  readWithPostalMime,
  readWithPython,
} from './readers.ts';

const test = suite('support/readers');

const readers = [readWithPostalMime, readWithMailparser];
if (pythonIsHere()) readers.push(readWithPython);
else notRun('readings by Python: python3 is not installed');

for (const [name, octets] of fixtures('base')) {
  test(`all readers read ${name} alike, without a defect`, async () => {
    const readings = await Promise.all(readers.map((read) => read(octets)));
    const [first, ...others] = readings.map(withoutQuirks);
    for (const other of others) assert.equal(other, first);
    for (const { defects } of readings) assert.equal(defects, []);
  });
}

for (const read of readers) {
  test(`${read.name} gives the members of a message`, async () => {
    const reading = await read(fixture('base/latin1.eml'));
    assert.is(reading.subject, "Le café d'été est fermé");
    assert.equal(reading.from, [{ name: 'Zoë Müller', address: 'zoe@example.com' }]);
    assert.equal(reading.to, [{ name: 'Bob Roe', address: 'bob@example.net' }]);
    assert.is(reading.date, '2025-11-17T10:00:00.000Z');
    assert.is(reading.messageId, '<20251117100000.latin1@mail.example.com>');
    assert.match(reading.text ?? '', /^Chère équipe,/);
  });

  test(`${read.name} gives embedded parts and the members of groups`, async () => {
    const [picture] = (await read(fixture('base/related.eml'))).attachments;
    assert.is(picture?.cid, 'pattern@mail.example.com');
    assert.is(picture?.disposition, 'inline');
    assert.is(picture?.octets.toString('latin1', 1, 4), 'PNG');
    const { to, cc } = await read(
      octets('To: Team: a@b.example, C <c@d.example>;\nCc: z@y.example'),
    );
    assert.equal(
      to.map(({ address }) => address),
      ['a@b.example', 'c@d.example'],
    );
    assert.equal(cc, [{ name: '', address: 'z@y.example' }]);
  });
}

if (pythonIsHere()) {
  test('Python names the defects of a message', async () => {
    const { defects } = await readWithPython(fixture('foreign/multipart-without-parts.eml'));
    assert.ok(defects.includes('StartBoundaryNotFoundDefect'), String(defects));
  });

  test('Python answers a thousand messages in order, from one process', async () => {
    const subjects = Array.from({ length: 1000 }, (_, n) => `number ${n}`);
    const readings = await Promise.all(
      subjects.map((subject) => readWithPython(octets(`Subject: ${subject}`))),
    );
    assert.equal(
      readings.map(({ subject }) => subject),
      subjects,
    );
  });

  test('a message that makes Python raise rejects, and the next one is read', async () => {
    await readWithPython(octets('From: <\n\t@')).catch((error: unknown) =>
      assert.match(String(error), /python/),
    );
    assert.is((await readWithPython(octets('Subject: next'))).subject, 'next');
  });
}

function octets(headerSection: string): Buffer {
  return Buffer.from(`${headerSection}\n\ntext\n`.replaceAll('\n', '\r\n'));
}

function withoutQuirks(reading: Reading): unknown {
  return {
    ...reading,
    defects: [],
    text: comparable(reading.text),
    html: comparable(reading.html),
    attachments: reading.attachments.map((part) => ({
      filename: part.filename,
      type: part.type,
      cid: part.cid,
      disposition: part.disposition,
      octets: comparable(part.octets.toString('latin1')),
    })),
  };
}

test.run();
