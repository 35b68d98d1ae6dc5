/** Every law has a test that names it: a law that loses its last one falls here. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { projectTexts } from './support/house/tree.ts';
import { heldLaws, lawCounts, openLaws } from './support/laws-audit.ts';
import { lawTests } from './support/laws-audit-titles.ts';

const test = suite('laws-audit');

const texts = projectTexts();
const specs = texts.filter(({ path }) => path.endsWith('.spec.ts'));
const tests = lawTests(specs);

function inOrder(ids: readonly string[]): readonly string[] {
  return ids.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

test('every law is held or open, and none is both', () => {
  const all = Object.entries(lawCounts).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, at) => `${kind}${at + 1}`),
  );
  const named = [...heldLaws, ...openLaws].map(({ id }) => id);
  assert.equal(inOrder(named), inOrder(all));
});

test('every law that is held has a test in its spec', () => {
  const lost = heldLaws.filter(
    ({ id, spec }) => !tests.some((one) => one.id === id && one.spec === spec),
  );
  assert.equal(
    lost.map(({ id, asks, spec }) => `${id} (${asks}) is not in a title of ${spec}`),
    [],
  );
});

test('no title names a law that there is not', () => {
  const known = new Set([...heldLaws, ...openLaws].map(({ id }) => id));
  const unknown = tests.filter(({ id }) => !known.has(id));
  assert.equal(
    unknown.map(({ id, spec, title }) => `${spec}: ${id}: ${title}`),
    [],
  );
});

test('a law that was put off is due once its file is there', () => {
  const paths = new Set(texts.map(({ path }) => path));
  const due = openLaws.filter(({ until }) => until !== undefined && paths.has(until));
  assert.equal(
    due.map(({ id, asks }) => `${id}: ${asks}`),
    [],
  );
});

test('titles are read in any quotes, on any line, with one number or several', () => {
  const text = [
    "test('a (B1)', () => {});",
    'test("it\'s b (B2, Q3)", () => {});',
    'test(\n  `c $' + '{name} (W9)`,\n  () => {});',
    "test('RFC (RFC 2047 §5), (b1), (B1), (A)', () => {});",
    "// test('gone (S1)', () => {});",
    "const title = 'none (S2)';",
  ].join('\n');
  assert.equal(
    lawTests([{ path: 'spec/header/a.spec.ts', text }]).map(({ id, spec }) => `${spec} ${id}`),
    ['B1', 'B2', 'Q3', 'W9', 'B1'].map((id) => `header/a ${id}`),
  );
});

test.run();
