/** The page: what stands on it, and that nothing of a message becomes markup. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { renderHtml } from '../../lib/report/html.ts';
import { octetExcerpt } from '../../lib/report/octet-excerpt.ts';
import { printable } from '../../lib/report/printable.ts';
import { elementsOf } from './html-elements.ts';
import { namedReports, plain, receipt } from './named-reports.ts';

const test = suite('report/html');

/** Our elements, and their attributes. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  html: ['lang'],
  meta: ['charset', 'content', 'http-equiv', 'name'],
  a: ['href'],
  section: ['class', 'id'],
  article: ['class'],
  p: ['class'],
  table: ['class'],
  th: ['class'],
  td: ['class'],
  meter: ['high', 'max', 'min', 'value'],
};
const BARE = new Set([
  ...['head', 'title', 'style', 'body', 'nav', 'footer', 'h1', 'h2', 'h3', 'h4', 'tr', 'thead'],
  ...['tbody', 'b', 'q', 'pre', 'mark', 'code', 'ul', 'li'],
]);

test('a page allows nothing to be loaded, run or sent', () => {
  const page = renderHtml([receipt]);
  const [policy] = elementsOf(page).filter(({ attributes }) => attributes.has('http-equiv'));
  assert.is(policy?.attributes.get('http-equiv'), 'Content-Security-Policy');
  assert.is(
    policy?.attributes.get('content'),
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  );
  assert.not.match(page, /url\(|@import|src=|<link|<script|https?:/);
});

test('law: whatever the reports, the elements and attributes are ours, and links stay on the page', () => {
  fc.assert(
    fc.property(namedReports, (reports) => {
      for (const { name, attributes } of elementsOf(renderHtml(reports))) {
        const allowed = ALLOWED[name] ?? [];
        assert.ok(name in ALLOWED || BARE.has(name), name);
        for (const [attribute, value] of attributes) {
          assert.ok(allowed.includes(attribute), `${name} ${attribute}`);
          if (attribute === 'href') assert.match(value, /^#m\d+$/);
          if (attribute === 'class') assert.match(value, /^[a-z]+\d?$/);
          if (name === 'meter') assert.match(value, /^\d+$/);
        }
      }
    }),
  );
});

test('law: the texts on it are those of the reports', () => {
  fc.assert(
    fc.property(namedReports, (reports) => {
      const elements = elementsOf(renderHtml(reports));
      const textsOf = (name: string) => {
        return elements.filter((element) => element.name === name).map(({ text }) => text);
      };
      const shown = (text: string) => printable(text).replace(/[\ufffe\uffff]/g, escaped);
      const findings = reports.flatMap(({ report, octets }) => {
        return report.findings.map((finding) => ({ finding, octets }));
      });
      assert.equal(
        textsOf('h2'),
        reports.map(({ name }) => shown(name)),
      );
      assert.equal(
        textsOf('h4'),
        findings.map(({ finding }) => `${finding.severity} ${shown(finding.message)}`),
      );
      assert.equal(
        textsOf('code'),
        findings.map(({ finding }) => shown(finding.rule)),
      );
      const excerpts = findings.flatMap(({ finding, octets }) => {
        return (octets && octetExcerpt(octets, finding.at)) ?? [];
      });
      assert.equal(
        textsOf('pre'),
        excerpts.map(({ line }) => line),
      );
      assert.equal(
        textsOf('mark'),
        excerpts.map(({ line, carets }) => line.slice(carets.indexOf('^'), carets.length)),
      );
    }),
  );
});

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16)}`;
}

test('a message is a section: verdict, budget, findings with their octets, parts', () => {
  const page = renderHtml([receipt]);
  const section = page.slice(page.indexOf('<section'), page.indexOf('</section>'));
  assert.is(
    section.slice(0, section.indexOf('<article class="warning"')),
    `<section id="m1" class="error">
<h2>./mail/receipt.eml</h2>
<p class="verdict">SES would refuse it; 4 errors, 1 warning, 1 info</p>
<table class="budget">
<tr><th>Size</th><td><meter min="0" max="10485760" high="9437184" value="245"></meter></td><td>245 of 10,485,760 octets, under 0.1 %</td></tr>
<tr><th>Recipients</th><td><meter min="0" max="50" high="45" value="0"></meter></td><td>0 of 50, 0.0 %</td></tr>
</table>
<h3>Findings</h3>
<article class="error">
<h4><b>error</b> &quot;é&quot; in the field &quot;From&quot;</h4>
<p class="place">line 1, column 10 · field From · part 1 · <code>encoding/raw-8bit-header</code></p>
<pre>From: Caf<mark>\\xC3\\xA9</mark> &lt;billing@example.com&gt;␍␊</pre>
<p>Fix: Write text as encoded-words (RFC 2047), parameters by RFC 2231, all else in ASCII.</p>
</article>
<article class="error">
<h4><b>error</b> &quot;%&quot; in a domain: &quot;zoe@mail.example%!&quot;</h4>
<p class="place">line 2, column 21 · field To · part 1 · <code>address/domain-character</code></p>
<pre>To: zoe@mail.example<mark>%</mark>!␍␊</pre>
<p>SES says <q>Domain contains illegal character</q> (observed)</p>
<p>Fix: Correct the domain: letters, digits, hyphens and dots are allowed.</p>
</article>
`,
  );
  assert.is(
    section.slice(section.indexOf('<h4><b>error</b> no @domain')),
    `<h4><b>error</b> no @domain in the address &quot;x&quot;</h4>
<p class="place">option source · <code>address/missing-domain</code></p>
<p>SES says <q>Missing final &#39;@domain&#39;</q> (observed)</p>
<p>Fix: Complete the address: local-part@domain. Encode the display name only, never the address.</p>
</article>
<h3>Parts</h3>
<table class="parts">
<thead><tr><th>Part</th><th>Encoding</th><th>Octets</th><th>Decoded</th><th>Name</th></tr></thead>
<tbody>
<tr><th class="d1">1 text/plain</th><td>7bit</td><td class="count">12</td><td class="count">12</td><td></td></tr>
</tbody>
</table>
`,
  );
});

test('several messages have a list of them; one without octets needs no key', () => {
  const links = (page: string) => page.match(/<a href="#m\d">[^<]*/g) ?? [];
  assert.equal(links(renderHtml([receipt])), []);
  assert.equal(links(renderHtml([receipt, plain])), [
    ...['<a href="#m1">./mail/receipt.eml', '<a href="#m2">mail/plain.eml'],
  ]);
  assert.match(renderHtml([receipt]), /class="key">Octets as shown: ␍ CR/);
  assert.not.match(renderHtml([{ name: 'a', report: receipt.report }]), /class="key"/);
  assert.match(renderHtml([plain]), /<section id="m1" class="ok">/);
});

test('deep parts are indented, and the deepest no further', () => {
  const [part] = plain.report.parts;
  if (part === undefined) throw new Error('no part');
  const parts = ['', '1', '1.2', '1.2.3.4.5.6.7.8.9'].map((path) => ({ ...part, path, cid: 'c' }));
  const page = renderHtml([{ name: 'a', report: { ...plain.report, parts } }]);
  assert.equal(page.match(/class="d\d">[^<]*/g), [
    ...['class="d0">text/plain', 'class="d1">1 text/plain', 'class="d2">1.2 text/plain'],
    'class="d8">1.2.3.4.5.6.7.8.9 text/plain',
  ]);
  assert.match(page, /<td>cid:c<\/td>/);
});

test.run();
