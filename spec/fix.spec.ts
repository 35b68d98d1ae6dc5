/** Fix: the laws of mending, over built, mutated, foreign and careless messages. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { composeFrom } from '../lib/builder/compose-from.ts';
import { domainToAscii } from '../lib/header/domain.ts';
import { rules } from '../lib/preflight/catalogue.ts';
import { fix } from '../lib/preflight/fix.ts';
import type { FixOptions } from '../lib/preflight/fix-options.ts';
import type { MessageEdit, Report } from '../lib/preflight/report.ts';
import { preflight } from '../lib/preflight/run.ts';
import { read } from '../lib/reader/read.ts';
import {
  type FactName,
  type Facts,
  factNames,
  factsOfReading,
  factsOfTree,
} from './support/agreement/facts.ts';
import { isBelieved, witnesses } from './support/agreement/witnesses.ts';
import { messageSpec } from './support/arbitrary-message.ts';
import { assertSevenBit } from './support/built-message.ts';
import { fixtures } from './support/fixture.ts';
import { anyMessage } from './support/messages.ts';
import { type NaiveMessage, naiveMessage, naiveOctets } from './support/naive-message.ts';
import { notRun } from './support/not-run.ts';
import { pythonIsHere } from './support/readers.ts';
import { edited, ruleCases } from './support/rule-cases.ts';

const test = suite('fix');

if (!pythonIsHere()) notRun('mended messages as Python reads them: python3 is not installed');

const fixable = new Set(rules.filter((rule) => rule.fixable).map(({ id }) => id));

const options: fc.Arbitrary<FixOptions> = fc.record(
  {
    profile: fc.constantFrom('ses-v1', 'ses-v2', 'smtp'),
    signed: fc.constantFrom('keep', 'drop-signature'),
    policy: fc.constantFrom([], ['keep-first'], ['keep-last']),
    domain: fc.constant('mail.example.com'),
  },
  { requiredKeys: [] },
);

const folders = ['base', 'foreign', 'programs', 'found'];
const real = folders.flatMap((folder) =>
  fixtures(folder).map(([name, octets]) => [`${folder}/${name}`, octets] as const),
);

const sent = real.filter(([name]) => !name.startsWith('found/'));

/** Rules whose faults hold what no field or line may hold, and which nobody can mend. */
const HOPELESS =
  /^(?:address\/|rfc5322\/(?:header-line-malformed|field-name|comment|quoted-string|leading|empty)|encoding\/cte-unknown|mime\/(?:content-type|disposition)-syntax|mime\/parameter-(?:separator-missing|name))/;

test('law: any octets are mended without a throw, and a second time changes nothing (S17)', () => {
  fc.assert(
    fc.property(anyMessage, options, (octets, given) => {
      const once = fix(octets, given).octets;
      const again = fix(once, given);
      assert.is(again.octets, once);
      assert.is(again.applied.length, 0);
    }),
    { numRuns: 150 },
  );
});

test('law: of what is fixable nothing is left but what is skipped, and that cannot be mended', () => {
  fc.assert(
    fc.property(anyMessage, options, (octets, given) => {
      const { report, skipped } = fix(octets, given);
      assert.equal(
        skipped,
        report.findings.filter(({ rule }) => fixable.has(rule)),
      );
      for (const { fix: mend, rule } of skipped) assert.is(mend, undefined, rule);
    }),
    { numRuns: 150 },
  );
});

test('law: where nothing is skipped, the result is 7-bit, or its report says what is hopeless', () => {
  fc.assert(
    fc.property(anyMessage, (octets) => {
      const { octets: mended, report, skipped } = fix(octets);
      if (skipped.length > 0) return;
      if (report.findings.some(({ rule }) => HOPELESS.test(rule))) return;
      if (report.findings.length === 0 && mended === octets) return;
      assertSevenBit(mended);
    }),
    { numRuns: 150 },
  );
});

test('law: the edits of a report are what fix does, unless that shows more', () => {
  let compared = 0;
  fc.assert(
    fc.property(anyMessage, (octets) => {
      const report = preflight(octets);
      const result = fix(octets);
      const seen = report.findings.filter((finding) => finding.fix !== undefined);
      if (result.applied.length > seen.length || Object.keys(report.omitted).length > 0) return;
      assert.is(Buffer.compare(withEdits(octets, report), result.octets), 0);
      assert.equal(result.applied, seen);
      compared += 1;
    }),
    { numRuns: 150 },
  );
  assert.ok(compared > 50, `${compared} compared`);
});

/** The edits of all findings, each once. */
function withEdits(octets: Uint8Array, { findings }: Report): Buffer {
  const edits = new Map<string, MessageEdit>();
  for (const { fix: mend } of findings) {
    for (const edit of mend?.edits ?? []) {
      assert.match(edit.replacement, /^[\x00-\x7f]*$/);
      edits.set(JSON.stringify(edit), edit);
    }
  }
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, replacement } of [...edits.values()].sort(byPlace)) {
    assert.ok(at <= start && start <= end, 'edits overlap');
    pieces.push(octets.subarray(at, start), Buffer.from(replacement, 'latin1'));
    at = end;
  }
  return Buffer.concat([...pieces, octets.subarray(at)]);
}

function byPlace(a: MessageEdit, b: MessageEdit): number {
  return a.start - b.start || a.end - b.end;
}

test('law: what has nothing to mend comes back itself, memory and all', () => {
  fc.assert(
    fc.property(messageSpec, (spec) => {
      const raw = composeFrom(spec).build();
      const { octets, applied } = fix(raw);
      if (preflight(raw).findings.every(({ rule }) => !fixable.has(rule))) {
        assert.is(octets, raw.octets);
        assert.is(applied.length, 0);
      }
    }),
  );
  for (const [name, octets] of fixtures('base')) assert.is(fix(octets).octets, octets, name);
});

test('law: our reader takes the same from it as before', () => {
  fc.assert(
    fc.property(anyMessage, (octets) => assertSame(octets, fix(octets))),
    { numRuns: 150 },
  );
  for (const [, octets] of real) assertSame(octets, fix(octets));
});

/** Rules whose faults hide a part of the message from readers, ours too. */
const HIDING = /^(?:rfc5322\/(?:leading-blank-line|mbox-from-line)|encoding\/cte-on-composite)$/;

function assertSame(octets: Uint8Array, { octets: mended, applied }: ReturnType<typeof fix>): void {
  if (applied.some(({ rule }) => HIDING.test(rule))) return;
  const before = factsOfTree(read(octets));
  const after = factsOfTree(read(mended));
  for (const name of factNames) {
    if (isSaid(before[name])) assert.equal(plain(after[name]), plain(before[name]), name);
  }
}

function isSaid(fact: Facts[FactName]): boolean {
  return fact !== undefined && fact.length > 0;
}

/** An attached message is mended within. */
const ATTACHED_MESSAGE = / \| message\//;

/** Domains by their A-labels, lines of texts ended alike. */
function plain(fact: Facts[FactName]): unknown {
  if (typeof fact !== 'object') return typeof fact === 'string' ? ended(fact) : fact;
  const own = fact.filter((each) => !ATTACHED_MESSAGE.test(each));
  return own.map((each) =>
    ended(each).replace(/@([^<>@,;]+)(?=>)/g, (_, domain: string) => `@${inAscii(domain)}`),
  );
}

function ended(text: string): string {
  return text.replace(/\r\n?/g, '\n').trimEnd();
}

function inAscii(domain: string): string {
  try {
    return domainToAscii(domain);
  } catch {
    return domain.toLowerCase();
  }
}

test('law: what a careless program wrote is 7-bit then, and says what its author typed', () => {
  fc.assert(
    fc.property(naiveMessage, (message) => {
      const { octets, skipped } = fix(naiveOctets(message));
      assert.equal(
        skipped.map(({ rule }) => rule),
        [],
      );
      assertSevenBit(octets);
      assertTyped(octets, message);
    }),
    { numRuns: 150 },
  );
});

function assertTyped(octets: Uint8Array, typed: NaiveMessage): void {
  const root = read(octets);
  assert.is(root.field('subject')?.text, typed.subject);
  const [from] = root.field('from')?.addresses ?? [];
  assert.is(from?.name, typed.name);
  assert.is(root.field('to')?.addresses.length, 2);
  const [text, file] = root.parts;
  assert.is(text?.text, typed.text.replace(/\r{0,2}\n|\r/g, '\n'));
  assert.is(file?.filename, typed.filename);
  assert.is(Buffer.compare(file?.octets() ?? Buffer.alloc(0), typed.attachment), 0);
}

for (const witness of witnesses) {
  test(`law: ${witness.name} reads a careless program's message as its author typed it`, async () => {
    await fc.assert(
      fc.asyncProperty(naiveMessage, async (message) => {
        const { octets } = fix(naiveOctets(message));
        const root = read(octets);
        const ours = factsOfTree(root);
        const theirs = factsOfReading(await witness.read(octets), root);
        for (const name of factNames) {
          if (!isBelieved(witness, name, ours)) continue;
          assert.equal(theirs[name], ours[name], name);
        }
      }),
      // Readers have more faults than a spec can name: always the same messages, not new ones.
      { seed: 1, numRuns: 40 },
    );
  });

  test(`${witness.name} reads mended mail as before, or now as we do`, async () => {
    for (const [title, octets] of [...sent, ...mendedCases()]) {
      const { octets: mended } = fix(octets);
      if (mended === octets) continue;
      const before = await witness.read(octets).catch(() => undefined);
      // Some faults make Python raise, and not all of them can be mended.
      if (before === undefined) continue;
      const root = read(mended);
      const after = factsOfReading(await witness.read(mended), root);
      const was = factsOfReading(before, root);
      const ours = factsOfTree(root);
      for (const name of factNames) {
        const isAsOurs = same(after[name], ours[name]);
        assert.ok(isAsOurs || same(after[name], was[name]), `${title}: ${name}`);
      }
    }
  });
}

function same(a: Facts[FactName], b: Facts[FactName]): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function mendedCases(): readonly (readonly [string, Buffer])[] {
  return ruleCases()
    .filter(({ rule }) => fixable.has(rule))
    .map((row) => [`${row.rule} ${row.replace ?? ''}`, edited(row)] as const);
}

test('the case of a rule is mended where its finding says so, and then it has no finding of it', () => {
  const mended = new Set<string>();
  for (const row of ruleCases().filter(({ rule }) => fixable.has(rule))) {
    const octets = edited(row);
    const given = { ...row.options, profile: row.profile ?? 'ses-v1' } as const;
    const [finding] = preflight(octets, given).findings;
    const { report, octets: result } = fix(octets, given);
    const isLeft = report.findings.some(({ rule }) => rule === row.rule);
    assert.is(isLeft, finding?.fix === undefined, `${row.rule}: ${row.replace}`);
    if (isLeft) assert.is(result, octets);
    else mended.add(row.rule);
  }
  // Of these fields no case has two that are alike.
  assert.equal(
    [...fixable].filter((id) => !mended.has(id)),
    ['ses/header-once-only'],
  );
});

test('where the last field goes, and has no line end, none is written for it', () => {
  const message = 'From: a@b.example\r\nContent-Type: text/plain; charset=utf-8\r\nCc: ';
  const { octets } = fix(Buffer.from(message));
  const fields = message.replace('Cc: ', 'MIME-Version: 1.0\r\n');
  assert.is(Buffer.from(octets).toString(), fields);
});

test.run();
