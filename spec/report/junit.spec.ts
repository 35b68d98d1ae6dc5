/** JUnit XML, read by Python's parser. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { renderJunit } from '../../lib/report/junit.ts';
import type { NamedReport } from '../../lib/report/named-report.ts';
import { printable } from '../../lib/report/printable.ts';
import { notRun } from '../support/not-run.ts';
import { output } from '../support/program.ts';
import { pythonIsHere } from '../support/python.ts';
import { namedReports, plain, receipt } from './named-reports.ts';

const test = suite('report/junit');

test('an error is a failed test case; a message without errors one that passed', () => {
  assert.is(
    renderJunit([receipt, plain]),
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="mimewright" tests="5" failures="4" errors="0" skipped="0">
  <testsuite name="./mail/receipt.eml" tests="4" failures="4" errors="0" skipped="0">
    <testcase classname="./mail/receipt.eml" file="./mail/receipt.eml" name="encoding/raw-8bit-header at 1:10">
      <failure type="encoding/raw-8bit-header" message="&quot;é&quot; in the field &quot;From&quot;">1:10: error: &quot;é&quot; in the field &quot;From&quot; [encoding/raw-8bit-header]
fix: Write text as encoded-words (RFC 2047), parameters by RFC 2231, all else in ASCII.</failure>
    </testcase>
    <testcase classname="./mail/receipt.eml" file="./mail/receipt.eml" name="address/domain-character at 2:21">
      <failure type="address/domain-character" message="&quot;%&quot; in a domain: &quot;zoe@mail.example%!&quot;">2:21: error: &quot;%&quot; in a domain: &quot;zoe@mail.example%!&quot; [address/domain-character]
SES: Domain contains illegal character (observed)
fix: Correct the domain: letters, digits, hyphens and dots are allowed.</failure>
    </testcase>
    <testcase classname="./mail/receipt.eml" file="./mail/receipt.eml" name="encoding/7bit-violation at 10:9">
      <failure type="encoding/7bit-violation" message="the octet 0xC3 in a body without a transfer encoding">10:9: error: the octet 0xC3 in a body without a transfer encoding [encoding/7bit-violation]
fix: Encode the body as quoted-printable or base64 and label it so.</failure>
    </testcase>
    <testcase classname="./mail/receipt.eml" file="./mail/receipt.eml" name="address/missing-domain at source">
      <failure type="address/missing-domain" message="no @domain in the address &quot;x&quot;">source: error: no @domain in the address &quot;x&quot; [address/missing-domain]
SES: Missing final &#39;@domain&#39; (observed)
fix: Complete the address: local-part@domain. Encode the display name only, never the address.</failure>
    </testcase>
    <system-out>SES would refuse it; 4 errors, 1 warning, 1 info
3:1: warning: the field &quot;Subject&quot; is empty [deliverability/subject-missing]
4:28: info: blanks at the end of a line in the field &quot;Comments&quot; [rfc5322/header-trailing-whitespace]</system-out>
  </testsuite>
  <testsuite name="mail/plain.eml" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="mail/plain.eml" file="mail/plain.eml" name="preflight"/>
    <system-out>no findings</system-out>
  </testsuite>
</testsuites>
`,
  );
});

test('what is not listed stands in the output of the suite', () => {
  const report = { ...plain.report, omitted: { 'a/b': 2 } };
  assert.match(
    renderJunit([{ name: 'a', report }]),
    /no findings\n… and 2 more of a\/b<\/system-out>/,
  );
});

/** Elements as lists: name, attributes, text, children. */
const SCRIPT = `
import json, sys, xml.etree.ElementTree as tree
def plain(e): return [e.tag, e.attrib, e.text or '', [plain(child) for child in e]]
json.dump([plain(tree.fromstring(one.encode())) for one in json.load(sys.stdin)], sys.stdout)
`;

type Element = readonly [
  name: string,
  attributes: Readonly<Record<string, string>>,
  text: string,
  children: readonly Element[],
];

test('law: any reports are well-formed XML, whose counts are right and whose texts are theirs', async () => {
  if (!pythonIsHere()) return notRun('no python3 to read JUnit XML');
  const samples = fc.sample(namedReports, { numRuns: 150, seed: 1 });
  const documents = samples.map(renderJunit);
  const read: readonly Element[] = JSON.parse(
    await output('python3', ['-c', SCRIPT], { stdin: JSON.stringify(documents) }),
  );
  for (const [at, reports] of samples.entries()) holds(reports, read[at]);
});

function holds(reports: readonly NamedReport[], root: Element | undefined): void {
  const [name, attributes, , suites] = root ?? ['', {}, '', []];
  assert.is(name, 'testsuites');
  const cases = suites.flatMap(([, , , children]) => childrenOf(children, 'testcase'));
  const failures = cases.flatMap(([, , , children]) => childrenOf(children, 'failure'));
  const errors = reports.flatMap(({ report }) => report.errors);
  assert.equal(attributes, { name: 'mimewright', ...counts(cases.length, errors.length) });
  assert.equal(
    failures.map(([, { type, message }]) => [type, message]),
    errors.map(({ rule, message }) => [shown(rule), shown(message)]),
  );
  for (const [at, { name, report }] of reports.entries()) {
    const [, given, , children] = suites[at] ?? ['', {}, '', []];
    const tests = Math.max(1, report.errors.length);
    assert.equal(given, { name: shown(name), ...counts(tests, report.errors.length) });
    assert.is(childrenOf(children, 'testcase').length, tests);
    assert.is(childrenOf(children, 'system-out').length, 1);
  }
}

function childrenOf(children: readonly Element[], wanted: string): readonly Element[] {
  return children.filter(([name]) => name === wanted);
}

function counts(tests: number, failures: number): Readonly<Record<string, string>> {
  return { tests: String(tests), failures: String(failures), errors: '0', skipped: '0' };
}

function shown(text: string): string {
  return printable(text).replace(
    /[\ufffe\uffff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16)}`,
  );
}

test.run();
