/** One line for each finding. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { renderCompact } from '../../lib/report/compact.ts';
import { plain, receipt } from './named-reports.ts';

const test = suite('report/compact');

test('a line has file, place, severity, what is wrong, and the rule', () => {
  assert.is(
    renderCompact([receipt, plain]),
    `./mail/receipt.eml:1:10: error: "é" in the field "From" [encoding/raw-8bit-header]
./mail/receipt.eml:2:21: error: "%" in a domain: "zoe@mail.example%!" [address/domain-character]
./mail/receipt.eml:3:1: warning: the field "Subject" is empty [deliverability/subject-missing]
./mail/receipt.eml:4:28: info: blanks at the end of a line in the field "Comments" [rfc5322/header-trailing-whitespace]
./mail/receipt.eml:10:9: error: the octet 0xC3 in a body without a transfer encoding [encoding/7bit-violation]
./mail/receipt.eml:source: error: no @domain in the address "x" [address/missing-domain]
`,
  );
});

test('what is not listed is counted, and a name is one line', () => {
  const report = { ...receipt.report, findings: [], omitted: { 'a/b': 2000 } };
  assert.is(renderCompact([{ name: 'a\nb', report }]), 'a\\u000ab: … and 2,000 more of a/b\n');
});

test.run();
