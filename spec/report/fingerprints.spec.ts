/** Names of findings that do not move with the lines. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { preflight } from '../../lib/preflight/run.ts';
import { fingerprints } from '../../lib/report/fingerprints.ts';
import { named, namedReports, receipt } from './named-reports.ts';

const test = suite('report/fingerprints');

test('lines above change no name', () => {
  const only = receipt.report.findings.map(({ rule }) => rule);
  const before = Buffer.from('X-Trace: 1\r\nX-Trace: 2\r\n');
  const moved = preflight(Buffer.concat([before, receipt.octets]), { source: 'x', only });
  assert.is.not(moved.findings[0]?.at.start, receipt.report.findings[0]?.at.start);
  assert.equal(fingerprints('a', moved.findings), fingerprints('a', receipt.report.findings));
});

test('another file, rule, field, part, option or text is another name', () => {
  const { findings } = receipt.report;
  const [first] = findings;
  if (first === undefined || first.at.in === 'option') throw new Error('no finding');
  const { at } = first;
  const others = [
    { ...first, rule: 'a/b' },
    { ...first, message: 'x' },
    { ...first, at: { ...at, field: 'To' } },
    { ...first, at: { ...at, part: '9' } },
    { ...first, at: { in: 'option', option: 'source', start: 0, end: 0 } as const },
    { ...first, at: { in: 'option', option: 'source', index: 1, start: 0, end: 0 } as const },
  ];
  const names = [first, ...others].flatMap((finding) => fingerprints('a', [finding]));
  assert.is(new Set([...names, ...fingerprints('b', [first])]).size, names.length + 1);
});

test('equal findings are numbered', () => {
  const lines = ['From: a@b.example', 'X: a ', 'X: b ', '', ''];
  const only = ['rfc5322/header-trailing-whitespace'];
  const { report } = named('a', lines, { only });
  assert.is(report.findings.length, 2);
  assert.is(new Set(fingerprints('a', report.findings)).size, 2);
});

test('law: findings of one message have as many names, of 24 hexadecimal digits', () => {
  fc.assert(
    fc.property(namedReports, (reports) => {
      for (const { name, report } of reports) {
        const names = fingerprints(name, report.findings);
        assert.is(names.length, report.findings.length);
        assert.is(new Set(names).size, names.length);
        for (const one of names) assert.match(one, /^[0-9a-f]{24}$/);
      }
    }),
  );
});

test.run();
