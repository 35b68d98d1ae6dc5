/** What SES tracks, and what it puts in place of markers. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { PreflightOptions } from '../../../../lib/preflight/options.ts';
import { trackedLinks } from '../../../../lib/preflight/rules/ses/tracked-links.ts';
import { preflight } from '../../../../lib/preflight/run.ts';

const test = suite('preflight/rules/ses/tracking');

/** The rules of SES that find something in HTML, each with the octets at fault. */
function found(html: string, options: PreflightOptions, encoding = '7bit'): readonly string[] {
  const body = encoding === 'base64' ? Buffer.from(html).toString('base64') : html;
  const octets = Buffer.from(
    [
      'From: ann@example.com',
      'To: bob@example.net',
      'MIME-Version: 1.0',
      'Content-Type: text/html; charset=utf-8',
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      body,
      '',
    ].join('\r\n'),
  );
  return preflight(octets, options)
    .findings.filter(({ rule }) => rule.startsWith('ses/'))
    .map(({ rule, at }) => `${rule}: ${octets.toString('utf8', at.start, at.end)}`);
}

test('links are those of a and area, by http and https, in any case and quotes', () => {
  const html = [
    '<a href="http://a.example/">',
    "<A CLASS=x HREF = 'https://b.example/?a&amp;b'>",
    '<area shape="rect" href=https://c.example/>',
    '<a title="a > b" href="https://lost.example/">',
    '<img src="https://d.example/"><link href="https://e.example/">',
    '<a href="mailto:a@example.com"><a href="#f">https://g.example/</a>',
    '<a ses:no-track href="https://h.example/"><a href="https://i.example/" ses:no-track>',
    '<!-- <a href="https://j.example/"> --><a data-href="https://k.example/">',
  ].join('\n');
  assert.equal(
    trackedLinks(html).map(({ url }) => url),
    ['http://a.example/', 'https://b.example/?a&b', 'https://c.example/'],
  );
});

test('a link that is no URI is told once, with how many more there are', () => {
  const html = '<a href="https://a.example/ä">a</a> <a href="https://a.example/|">b</a>';
  const [only, ...more] = found(html, { tracking: true });
  assert.is(only, 'ses/tracking-link-encoding: https://a.example/ä');
  assert.equal(more, []);
  assert.equal(found(html, {}), []);
  assert.equal(found(html, { tracking: false }), []);
});

test('good links, and placeholders of links, are left alone', () => {
  const urls = ['/?a=b&amp;c=%20#d', '/(a)!$*,;:@~', '/{{path}}', '/[x]', ''];
  const html = urls.map((url) => `<a href="https://a.example${url}">a</a>`).join('\n');
  assert.equal(found(html, { tracking: true }), []);
});

test('250 links are tracked, those without tracking do not count', () => {
  const link = '<a href="https://a.example/">a</a>\r\n';
  const skipped = '<a ses:no-track href="https://b.example/">a</a>\r\n';
  assert.equal(found(link.repeat(250) + skipped, { tracking: true }), []);
  const many = found(`${link.repeat(250)}<a href="https://c.example/">c</a>`, { tracking: true });
  assert.equal(many, ['ses/tracking-link-count: https://c.example/']);
});

test('what is within base64 is told of the body', () => {
  const html = '<p>{{ses:openTracker}}</p><p>{{ses:openTracker}}</p>';
  const body = Buffer.from(html).toString('base64');
  assert.equal(found(html, {}, 'base64'), [`ses/tracking-open-marker: ${body}\r\n`]);
  assert.equal(found('<p>{{ses:openTracker}}</p>', {}), []);
});

test('a placeholder to unsubscribe needs list management, by the request or by the field', () => {
  const marker = '{{amazonSESUnsubscribeUrl}}';
  const html = `<a href="${marker}">Leave</a>`;
  assert.equal(found(html, {}), [`ses/unsubscribe-placeholder-orphan: ${marker}`]);
  const listManagement = { contactList: 'News' };
  assert.equal(found(html, { profile: 'ses-v2', listManagement }), []);
  assert.equal(found(html, { template: true }), []);
  assert.equal(found(html, { profile: 'smtp' }), []);
  assert.is(found(html.repeat(3), {}).length, 1);
});

test.run();
