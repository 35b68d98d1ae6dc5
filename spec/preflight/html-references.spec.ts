/** References in HTML: where they are found, where not, and in what time. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { htmlReferences } from '../../lib/preflight/html-references.ts';

const test = suite('preflight/html-references');

/** The URLs found, as written. */
function written(html: string): readonly string[] {
  return htmlReferences(html, 'cid:').map(({ start, end }) => html.slice(start, end));
}

test('attributes and url() are looked at, in any quotes and any case', () => {
  for (const html of [
    '<img src="cid:a@b">',
    "<img alt='x' SRC = 'cid:a@b'>",
    '<img src=cid:a@b>',
    '<img alt="&lt;a&gt;" src="cid:a@b">',
    '<p>a &lt; b</p><img alt="a > b" src="cid:a@b">',
    '<img src=\n"cid:a@b" alt="">',
    '<td background="cid:a@b">',
    '<video poster="cid:a@b">',
    '<image xlink:href="cid:a@b"/>',
    '<p style="background: url(cid:a@b)">',
    "<p style='background: URL( cid:a@b )'>",
    '<style>p { background: url("cid:a@b") }</style>',
    '<p style="background: url(&quot;cid:a@b&quot;)">',
  ]) {
    assert.equal(written(html), ['cid:a@b'], html);
  }
});

test('other mentions are none', () => {
  for (const html of [
    'cid:a@b',
    '<p title="cid:a@b">',
    '<img data-src="cid:a@b">',
    '<img alt="src=&quot;cid:a@b">',
    '<img src="https://example.com/?cid:a@b">',
    '<pre>&lt;img src="cid:a@b"&gt;</pre>',
    `<img src="cid:${'a'.repeat(1000)}">`,
    '<img src="cid:a@b',
  ]) {
    assert.equal(written(html), [], html);
  }
});

test('a scheme in capitals is the same, and its place too', () => {
  assert.equal(written('<img src="CID:a"> <img src="Cid:b"> <img src="cid:c">'), [
    'CID:a',
    'Cid:b',
    'cid:c',
  ]);
});

test('character references are read', () => {
  const urls = (html: string) => htmlReferences(html, 'cid:').map(({ url }) => url);
  assert.equal(urls('<img src="cid:a&amp;b&#64;c&#x40;d&lt;&nope;&#9999999;">'), [
    'cid:a&b@c@d<&nope;&#9999999;',
  ]);
});

test('comments are told apart', () => {
  const html =
    '<img src="cid:a"><!-- <img src="cid:b"> --><img src="cid:c"><!-- x --><!--[if mso]><img src="cid:d">';
  assert.equal(
    htmlReferences(html, 'cid:').map(({ url, isInComment }) => `${url} ${isInComment}`),
    ['cid:a false', 'cid:b true', 'cid:c false', 'cid:d true'],
  );
});

test.run();
