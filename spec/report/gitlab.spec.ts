/** Code quality reports: the members that GitLab requires, and their values. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fullText } from '../../lib/report/finding-words.ts';
import { renderGitlab } from '../../lib/report/gitlab.ts';
import { namedReports, plain, receipt } from './named-reports.ts';

const test = suite('report/gitlab');

test('an issue has what GitLab asks for', () => {
  const issues = JSON.parse(renderGitlab([plain, receipt]));
  assert.is(issues.length, 6);
  const { fingerprint, ...issue } = issues[1];
  assert.match(fingerprint, /^[0-9a-f]{24}$/);
  assert.equal(issue, {
    description: `"%" in a domain: "zoe@mail.example%!". Correct the domain: letters, digits, hyphens and dots are allowed. SES: Domain contains illegal character (observed)`,
    check_name: 'address/domain-character',
    severity: 'critical',
    location: { path: 'mail/receipt.eml', lines: { begin: 2 } },
  });
  const shown = issues.map((one: typeof issue) => `${one.location.lines.begin} ${one.severity}`);
  assert.equal(shown, ['1 major', '2 critical', '3 minor', '4 info', '10 major', '1 critical']);
});

test('law: each finding is an issue with a name of its own', () => {
  fc.assert(
    fc.property(namedReports, (reports) => {
      const issues = JSON.parse(renderGitlab(reports));
      const findings = reports.flatMap(({ report }) => report.findings);
      assert.is(issues.length, findings.length);
      for (const [at, finding] of findings.entries()) {
        const { description, check_name, severity, location, fingerprint } = issues[at];
        assert.is(description, fullText(finding));
        assert.is(check_name, finding.rule);
        assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(severity));
        assert.not.match(location.path, /^(?:\.\/|\/\/)/);
        assert.ok(Number.isInteger(location.lines.begin) && location.lines.begin >= 1);
        assert.match(fingerprint, /^[0-9a-f]{24}$/);
      }
      const names = new Set(issues.map((issue: { fingerprint: string }) => issue.fingerprint));
      const files = new Set(reports.map(({ name }) => name));
      if (files.size === reports.length) assert.is(names.size, issues.length);
    }),
  );
});

test.run();
