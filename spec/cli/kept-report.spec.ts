/** Reports without some findings say of themselves what holds of the rest. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { keptReport } from '../../lib/cli/kept-report.ts';
import { preflight } from '../../lib/index.ts';

const many = 'Bad Name: x\r\n'.repeat(120);
const report = preflight(Buffer.from(`From: Doe, Ann <a@b.example>\r\nTo: c@d.example\r\n${many}`));

const test = suite('cli/kept-report');

test('where all stay it is the same report', () => {
  assert.is(
    keptReport(report, () => true),
    report,
  );
});

test('of a rule of which nothing stays, what was not listed goes too', () => {
  const [omitted = ''] = Object.keys(report.omitted);
  assert.ok(omitted);
  const without = keptReport(report, ({ rule }) => rule !== omitted);
  assert.is(without.omitted[omitted], undefined);
  const [first] = report.findings.filter(({ rule }) => rule === omitted);
  const almost = keptReport(report, (finding) => finding !== first);
  assert.is(almost.omitted[omitted], report.omitted[omitted]);
});

test('of nothing nothing follows', () => {
  const none = keptReport(report, () => false);
  assert.equal(
    [none.ok, none.refused, none.findings, none.errors, none.omitted],
    [true, false, [], [], {}],
  );
});

test.run();
