/** What is kept of a large message shows the same excerpts as the whole. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { excerptedOctets } from '../../lib/cli/excerpted-octets.ts';
import { preflight } from '../../lib/index.ts';
import { renderHtml, renderText } from '../../lib/report.ts';

const lines = `${'x'.repeat(60)}\r\n`.repeat(1000);
const long = 'é='.repeat(600);
const large = Buffer.from(
  `From: Doe, Ann <a@b.example>\r\n\r\n${lines}a\rb\r\n${lines}${long}\r\n${lines}\0`,
);
const report = preflight(large);

const test = suite('cli/excerpted-octets');

test('reports for people are the same', () => {
  const octets = excerptedOctets(large, report.findings);
  assert.is.not(octets, large);
  assert.ok(report.findings.length > 3);
  for (const render of [renderText, renderHtml]) {
    const whole = render([{ name: 'a', report, octets: large }]);
    assert.is(render([{ name: 'a', report, octets }]), whole);
  }
});

test('what is far from findings is not kept, what is small as it is', () => {
  const octets = Buffer.from(excerptedOctets(large, report.findings));
  assert.is(octets.length, large.length);
  assert.ok(octets.filter((octet) => octet !== 0).length < large.length / 4);
  const small = large.subarray(0, 1000);
  assert.is(excerptedOctets(small, []), small);
});

test.run();
