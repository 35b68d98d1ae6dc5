/** What we read is what postal-mime, mailparser and Python's email read, wherever it is valid. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeFrom } from '../lib/builder/compose-from.ts';
import type { Entity } from '../lib/reader/entity.ts';
import { read } from '../lib/reader/read.ts';
import { addressNames } from './support/agreement/address-names.ts';
import { addresses } from './support/agreement/addresses.ts';
import { bodies } from './support/agreement/bodies.ts';
import { charsetBodies } from './support/agreement/charsets.ts';
import { dates, msgIds } from './support/agreement/dates-and-ids.ts';
import {
  type FactName,
  type Facts,
  factNames,
  factsOfReading,
  factsOfTree,
} from './support/agreement/facts.ts';
import { faults, isCertain, type ReaderName } from './support/agreement/faults.ts';
import { fileNames } from './support/agreement/file-names.ts';
import { groups } from './support/agreement/groups.ts';
import { octetsOf, type Row } from './support/agreement/row.ts';
import { structures } from './support/agreement/structures.ts';
import { subjects } from './support/agreement/subjects.ts';
import { isBelieved, type Witness, witnesses } from './support/agreement/witnesses.ts';
import { messageSpec } from './support/arbitrary-message.ts';
import { fixture, fixtures } from './support/fixture.ts';
import { notRun } from './support/not-run.ts';
import { pythonIsHere } from './support/readers.ts';

const test = suite('agreement');

if (!pythonIsHere()) notRun('agreement with Python: python3 is not installed');

const topics: Readonly<Record<string, readonly Row[]>> = {
  ...{ subjects, addresses, addressNames, groups, dates, msgIds },
  ...{ fileNames, bodies, charsetBodies, structures },
};
const rows = Object.values(topics).flat();

for (const [topic, forms] of Object.entries(topics)) {
  for (const [index, row] of forms.entries()) {
    const title = `${topic} ${index + 1}, ${row[0]}: ${JSON.stringify(row[1]).slice(0, 80)}`;
    test(title, () => assertAgreement(row));
  }
}

/** Holds us to the standard, and each reader to it or to its fault. */
async function assertAgreement(row: Row): Promise<void> {
  const [, , is] = row;
  const octets = octetsOf(row);
  const root = read(octets);
  assert.equal(only(is, factsOfTree(root)), is, 'we');
  for (const { name, read: readWith } of witnesses) {
    const said = await readWith(octets).then(
      (reading) => only(is, factsOfReading(reading, root)),
      (error: Error) => error.message,
    );
    assertSaid(row, name, said);
  }
}

function assertSaid([, , is, deviations = []]: Row, name: ReaderName, said: Facts | string): void {
  const deviation = deviations.find(([names]) => names.includes(name));
  if (deviation === undefined) {
    assert.equal(said, is, name);
    return;
  }
  const [, fault, says] = deviation;
  const due = typeof says === 'string' ? `${name} raised ${says}` : { ...is, ...says };
  // A fault of another version may be mended here, or show otherwise.
  if (isCertain(name, fault)) assert.equal(said, due, `${name}: ${fault}, as it had before`);
}

function only(facts: Facts, from: Facts): Facts {
  return Object.fromEntries(
    factNames.filter((name) => name in facts).map((name) => [name, from[name]]),
  );
}

test('every fault is shown by a row', () => {
  const shown = new Set(rows.flatMap(([, , , but = []]) => but.map(([, fault]) => fault)));
  assert.equal([...shown].sort(), Object.keys(faults).sort());
});

test('whatever readers are doubted for, a row shows of them', () => {
  for (const { name, doubts } of witnesses) {
    const shown = rows.flatMap(([, , , but = []]) =>
      but.filter(([names]) => names.includes(name)).map(([, fault]) => fault),
    );
    for (const [fault] of doubts) assert.ok(shown.includes(fault), `${name}: ${fault}`);
  }
});

/** Messages with a fault that makes a reader give up all that is valid in them, and its words. */
const unread: ReadonlyMap<string, RegExp> = new Map([
  ['python: unknown-charset.eml', /LookupError: unknown encoding: cp-850/],
]);

for (const [title, error] of unread) {
  const witness = witnesses.find(({ name }) => title.startsWith(name));
  if (witness === undefined) continue;
  test(`not read, ${title}`, async () => {
    const name = title.slice(witness.name.length + 2);
    const answer = await witness.read(fixture(`foreign/${name}`)).then(() => 'read', String);
    assert.match(answer, error);
  });
}

for (const witness of witnesses) {
  for (const folder of ['base', 'foreign']) {
    test(`${witness.name} reads what is valid of ${folder} as we do`, async () => {
      for (const [name, octets] of fixtures(folder)) {
        if (unread.has(`${witness.name}: ${name}`)) continue;
        const root = read(octets);
        await assertSame(witness, octets, factNames.filter(isValidIn(root)), name);
      }
    });
  }

  test(`law: ${witness.name} reads what we build as we do`, async () => {
    await fc.assert(
      fc.asyncProperty(messageSpec, async ({ embed, calendar, ...spec }) => {
        await assertSame(witness, composeFrom(spec).build().octets, factNames, 'built');
      }),
      // Readers have more faults than a spec can name: always the same messages, not new ones.
      { seed: 1, numRuns: 40 },
    );
  });
}

/** Holds a reader to what we read, but for its faults. */
async function assertSame(
  witness: Witness,
  octets: Uint8Array,
  names: readonly FactName[],
  title: string,
): Promise<void> {
  if (names.length === 0) return;
  const root = read(octets);
  const ours = factsOfTree(root);
  const theirs = factsOfReading(await witness.read(octets), root);
  for (const name of names) {
    if (!isBelieved(witness, name, ours)) continue;
    assert.equal(theirs[name], ours[name], `${title}: ${witness.name}, ${name}`);
  }
}

/** The fields that say a fact; texts and attachments are said by the whole tree. */
const fieldsOf: Readonly<Partial<Record<FactName, readonly string[]>>> = {
  subject: ['subject'],
  from: ['from'],
  to: ['to'],
  cc: ['cc'],
  replyTo: ['reply-to'],
  groups: ['to', 'cc', 'reply-to'],
  date: ['date'],
  messageId: ['message-id'],
  inReplyTo: ['in-reply-to'],
  references: ['references'],
};

/** Whether a fact stands in fields, each there once, or in a tree, without a defect. */
function isValidIn(root: Entity): (name: FactName) => boolean {
  const isClean = root.allDefects().length === 0;
  return (name) => {
    const names = fieldsOf[name];
    if (names === undefined) return isClean;
    const fields = root.fields.filter(({ lowerName }) => names.includes(lowerName));
    const isOnce = new Set(fields.map(({ lowerName }) => lowerName)).size === fields.length;
    return isOnce && fields.every(({ defects }) => defects.length === 0);
  };
}

test.run();
