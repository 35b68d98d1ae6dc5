/** Words that all formats share. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as words from '../../lib/report/finding-words.ts';
import { manyFindings, plain, receipt } from './named-reports.ts';

const test = suite('report/finding-words');

test('counts name each severity that occurs, the worst first', () => {
  assert.is(words.countsText([]), 'no findings');
  assert.is(words.countsText(receipt.report.findings), '4 errors, 1 warning, 1 info');
  assert.is(words.countsText(manyFindings(1000, 'info').report.findings), '1,000 info');
});

test('totals say how many messages SES would refuse', () => {
  assert.is(words.totalsText([]), '0 messages; no findings');
  assert.is(words.totalsText([plain]), '1 message; no findings');
  assert.is(
    words.totalsText([receipt, plain, receipt]),
    '3 messages; SES would refuse 2 of them; 8 errors, 2 warnings, 2 info',
  );
});

test('a place is a line and a column, or an option and its entry', () => {
  const at = { in: 'option', option: 'destinations', start: 0, end: 0 } as const;
  assert.is(words.placeName({ ...at, index: 0 }), 'destinations[0]');
  assert.is(words.placeName(at), 'destinations');
  assert.equal(
    receipt.report.findings.map((finding) => words.placeName(finding.at)),
    ['1:10', '2:21', '3:1', '4:28', '10:9', 'source'],
  );
});

test('all of a finding on one line starts with its option, if it is about one', () => {
  const [first, second] = receipt.report.findings.map(words.fullText);
  assert.match(first ?? '', /^"é" in the field "From"\. Write text as .*\.$/);
  assert.match(second ?? '', /allowed\. SES: Domain contains illegal character \(observed\)$/);
  assert.match(receipt.report.findings.map(words.fullText).at(-1) ?? '', /^source: no @domain/);
});

test('the worst come first, and within a severity nothing changes places', () => {
  const both = [
    { name: 'a', report: receipt.report },
    { name: 'b', report: receipt.report },
  ];
  const found = words.worstFirst(both).map(({ name, finding }) => name + finding.severity[0]);
  assert.is(found.join(' '), 'ae ae ae ae be be be be aw bw ai bi');
});

test('a path has no dot at its start, and names no host', () => {
  const paths = ['a/b', './a', '././/a', '//h/a', '/a', '../a', '.hidden', ''];
  assert.equal(paths.map(words.filePath), ['a/b', 'a', 'a', '/h/a', '/a', '../a', '.hidden', '']);
});

test("a name at the start of a line is no command to GitHub's runner", () => {
  assert.equal(['a', '::x', ' ::x', '\t::x', 'a::'].map(words.nameAtStart), [
    ...['a', './::x', './ ::x', '\\u0009::x', 'a::'],
  ]);
});

test('thousands are apart', () => {
  const counts = [0, 999, 1000, 1234567].map(words.grouped);
  assert.equal(counts, ['0', '999', '1,000', '1,234,567']);
});

test('what is not listed is counted', () => {
  const report = { ...plain.report, omitted: { 'a/b': 1200, 'c/d': 3 } };
  assert.is(words.omittedCount(report), 1203);
  assert.equal(words.omittedLines(report), ['… and 1,200 more of a/b', '… and 3 more of c/d']);
});

test.run();
