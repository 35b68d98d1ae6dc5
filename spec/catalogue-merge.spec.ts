/** The merged catalogue: every row of the standards' table and of SES's is a rule, an alias or dropped. */

import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rules, rulesNamed } from '../lib/preflight/catalogue.ts';

const test = suite('catalogue-merge');

/** A row of either table; where nothing else is said, a rule has its id as id or alias. */
interface Row {
  readonly row: string;
  /** Why there is no such rule. */
  readonly dropped?: string;
  /** The subject that is to bring it. */
  readonly later?: 'SES' | 'DKIM';
}

const folder = new URL('preflight/merge/', import.meta.url);

const rows: readonly Row[] = readdirSync(folder).flatMap((file) =>
  readFileSync(new URL(file, folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): Row => JSON.parse(line)),
);

test('both tables are here, each row once', () => {
  assert.is(rows.length, 497);
  assert.is(new Set(rows.map(({ row }) => row)).size, 497);
});

test('each row is a rule, an alias of one, dropped with a reason, or to come', () => {
  for (const { row, dropped, later, ...rest } of rows) {
    assert.equal(rest, {}, row);
    const ways = [rulesNamed(row).length > 0, dropped !== undefined, later !== undefined];
    assert.is(ways.filter(Boolean).length, 1, row);
    if (dropped !== undefined) assert.match(dropped, /^.{10,}[^.]$/, row);
  }
});

test('no alias is in neither table', () => {
  const known = new Set(rows.map(({ row }) => row));
  for (const alias of rules.flatMap(({ aliases }) => aliases)) assert.ok(known.has(alias), alias);
});

test.run();
