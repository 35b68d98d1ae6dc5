/** What holds for every format, whatever the report. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rules } from '../lib/preflight/catalogue.ts';
import type { NamedReport } from '../lib/report.ts';
import * as report from '../lib/report.ts';
import { manyFindings, namedReports, plain, receipt, UNSAFE } from './report/named-reports.ts';
import { assertLinear } from './support/linear.ts';

const test = suite('report');

type Render = (reports: readonly NamedReport[]) => string;

const renderers: Readonly<Record<string, Render>> = {
  renderCompact: report.renderCompact,
  renderGithub: report.renderGithub,
  renderGithubSummary: report.renderGithubSummary,
  renderGitlab: report.renderGitlab,
  renderHtml: report.renderHtml,
  renderJson: report.renderJson,
  renderJsonLines: report.renderJsonLines,
  renderJunit: report.renderJunit,
  renderMarkdown: report.renderMarkdown,
  renderSarif: (reports) => report.renderSarif(reports, { rules, version: '1.0.0' }),
  renderText: (reports) => report.renderText(reports),
};

test('each format that is exported is held to these laws', () => {
  const exported = Object.keys(report).filter((name) => name.startsWith('render'));
  assert.equal(Object.keys(renderers).sort(), exported.sort());
});

test('law: any reports give whole lines of printable text, the same each time', () => {
  fc.assert(
    fc.property(namedReports, (reports) => {
      for (const [name, render] of Object.entries(renderers)) {
        const text = render(reports);
        assert.ok(text === '' || text.endsWith('\n'), name);
        assert.not.match(text, UNSAFE, name);
        assert.is(render(reports), text, name);
      }
    }),
    { numRuns: 150 },
  );
});

test("law: no line starts with a command to GitHub's runner, but for the annotations", () => {
  fc.assert(
    fc.property(namedReports, (reports) => {
      for (const [name, render] of Object.entries(renderers)) {
        if (name !== 'renderGithub') assert.not.match(render(reports), /^\s*::/m, name);
      }
    }),
    { numRuns: 150 },
  );
});

test('what a message says as a command to the runner is no start of a line', () => {
  const octets = Buffer.from('From: a@b.example\r\n\r\n::error::é\r\n  ::add-mask::é\r\n');
  const judged = { ...receipt, octets, name: '\u2028::stop-commands::x' };
  for (const render of Object.values(renderers).filter((one) => one !== report.renderGithub)) {
    assert.not.match(render([judged, { ...judged, name: ' ::x' }]), /^\s*::/m);
  }
});

test('no reports are no findings', () => {
  const texts = Object.values(renderers).map((render) => render([]));
  for (const text of texts) assert.not.match(text, /undefined|NaN|1 error/);
});

test('without octets the same is said, but for excerpts and columns in characters', () => {
  const { name, report: judged } = receipt;
  for (const [format, render] of Object.entries(renderers)) {
    const bare = render([{ name, report: judged }, plain]);
    assert.not.match(bare, /undefined|NaN|<pre>/, format);
    if (/Html|Text|Sarif/.test(format)) assert.ok(bare.length < render([receipt, plain]).length);
    else assert.is(bare, render([receipt, plain]), format);
  }
});

test('ten thousand findings are no great work', () => {
  const many = [manyFindings(10_000)];
  for (const [name, render] of Object.entries(renderers)) assertLinear(name, () => render(many));
});

test.run();
