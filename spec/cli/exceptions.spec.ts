/** Exceptions take out findings by rule, id or alias, and by file. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Exception, idsOf, withoutExceptions } from '../../lib/cli/exceptions.ts';
import { preflight, rules } from '../../lib/index.ts';
import { stageOf } from '../support/command-line.ts';

const octets = Buffer.from('From: Doe, Ann <a@b.example>\nTo: c@d.example\nSubject: s\n\nx\n');
const report = preflight(octets);
const { io } = stageOf({ folder: '/project/mail' });

/** The rules that are still found. */
function left(name: string, ...list: readonly Exception[]): readonly string[] {
  const named = withoutExceptions({ name, report }, { folder: '/project', list }, io);
  return named.report.findings.map(({ rule }) => rule);
}

const comma = 'address/unquoted-specials';
const bareLf = 'rfc5322/lf-only';
const reason = 'a specimen';

const test = suite('cli/exceptions');

test('without one, nothing goes', () => {
  assert.equal(left('a.eml'), [comma, bareLf]);
});

test('a rule goes in every file, or in those that are named', () => {
  assert.equal(left('a.eml', { rule: comma, reason }), [bareLf]);
  for (const files of ['mail/a.eml', 'mail/*', '**/a.eml', 'a.eml', '*.eml']) {
    assert.equal(left('a.eml', { rule: comma, reason, files }), [bareLf], files);
    assert.equal(left('/project/mail/a.eml', { rule: comma, reason, files }), [bareLf], files);
  }
  for (const files of ['b.eml', 'else/*', 'mail/a', '/a.eml']) {
    assert.equal(left('a.eml', { rule: comma, reason, files }), [comma, bareLf], files);
  }
});

test('of an mbox the file is meant, not the number', () => {
  assert.equal(left('in.mbox#12', { rule: comma, reason, files: 'in.mbox' }), [bareLf]);
});

test('an alias stands for its rules', () => {
  const [aliased] = rules.filter(({ aliases }) => aliases.length > 0);
  assert.ok(aliased);
  assert.ok(idsOf(aliased.aliases[0] ?? '').includes(aliased.id));
  assert.equal(idsOf('no/such'), []);
});

test('what follows from the findings follows from those that are left', () => {
  const list = [{ rule: comma, reason }];
  const kept = withoutExceptions({ name: 'a', report }, { folder: '/', list }, io).report;
  assert.equal([report.ok, report.refused, report.errors.length], [false, true, 1]);
  assert.equal([kept.ok, kept.refused, kept.errors.length], [true, false, 0]);
});

test.run();
