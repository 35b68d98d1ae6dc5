/** Tracking in HTML: which links lead through SES, and where the pixel goes. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { addPixel, OPEN_MARKER, trackLinks } from '../../lib/ses/transit-html.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('ses/transit-html');

const redirect = 'https://mimewright-placeholder.invalid/click/';

function linked(html: string, allowed = 250): string {
  return trackLinks(html, allowed).html;
}

test('links lead through a redirect that holds the URL', () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      '<a href="https://a.example/?b=1&amp;c=%20">',
      'https%3A%2F%2Fa.example%2F%3Fb%3D1%26c%3D%2520',
    ],
    ["<A class=x HREF='http://a.example'>", 'http%3A%2F%2Fa.example'],
    ['<a\r\n href = https://[::1]:80/ >', 'https%3A%2F%2F%5B%3A%3A1%5D%3A80%2F'],
    [`<a href="https://a.example/it's">`, 'https%3A%2F%2Fa.example%2Fit%27s'],
  ];
  for (const [html, target] of cases) {
    assert.ok(linked(html).includes(redirect + target), linked(html));
  }
  assert.is(
    linked('<a href="https://a.example" id="x">'),
    `<a href="${redirect}https%3A%2F%2Fa.example" id="x">`,
  );
});

test('what is not to be tracked, not a link, or not RFC 3986, stays', () => {
  for (const html of [
    '<a ses:no-track href="https://a.example">',
    '<a href="https://a.example" SES:NO-TRACK>',
    '<a href="mailto:a@b.example">',
    '<a href="https://a.example/a b">',
    '<a href="https://a.example/%zz">',
    '<a href="https://a.example/\xe9">',
    '<a href="https://">',
    '<a href="https://a.example/&eacute;">',
    '<a href="{{amazonSESUnsubscribeUrl}}">',
    '<a data-href="https://a.example">',
    '<a name="x">',
    '<abbr href="https://a.example">',
    '<img src="https://a.example" alt="<a href=\'https://a.example\'>">',
    '<!-- <a href="https://a.example"> -->',
    '<a href="https://a.example',
  ]) {
    assert.is(linked(html), html);
  }
});

test('a quote is one where a value starts, and a character elsewhere', () => {
  for (const before of ["<p title=it's>", "<p don't>", '<p "x>', "it's "]) {
    assert.is(
      linked(`${before}<a href="https://a.example/">`).split(redirect).length - 1,
      1,
      before,
    );
  }
  const unquoted = linked("<a href=https://a.example/it's>");
  assert.is(unquoted, `<a href=${redirect}${encodeURIComponent('https://a.example/it')}%27s>`);
});

test('what stands in elements of text alone is no link, and what follows them is', () => {
  const link = '<a href="https://a.example/">';
  for (const name of ['script', 'STYLE', 'title', 'textarea']) {
    const html = `<${name} x="y">${link}</${name.toLowerCase()}>`;
    assert.is(linked(html), html);
    assert.is(linked(html + link), html + linked(link));
    assert.is(linked(`<${name}>${link}`), `<${name}>${link}`);
  }
  for (const before of ['<!-->', '<!--->', '<!--[if !mso]><!-->', '<titles>']) {
    assert.is(linked(before + link), before + linked(link), before);
  }
});

test('links beyond the number allowed stay, and a second time nothing changes', () => {
  const html = '<a href="https://a.example">'.repeat(3);
  const tracked = trackLinks(html, 2);
  assert.is(tracked.links, 2);
  assert.is(tracked.html.split(redirect).length - 1, 2);
  assert.is(tracked.html.split('"https://a.example"').length - 1, 1);
  assert.equal(trackLinks(tracked.html, 2), tracked);
});

test('the pixel goes to its marker, else to the end of the body, else to the end, once', () => {
  const [, pixel = ''] = addPixel('<p>').split('<p>');
  assert.match(pixel, /^<img .*mimewright-placeholder\.invalid\/open".*>$/);
  assert.is(addPixel(`<p>${OPEN_MARKER}<p></body>`), `<p>${pixel}<p></body>`);
  assert.is(addPixel('<p></BODY ></html>'), `<p>${pixel}</BODY ></html>`);
  assert.is(addPixel('<p></body><!-- </body> -->'), `<p>${pixel}</body><!-- </body> -->`);
  assert.is(addPixel(addPixel('<p>')), addPixel('<p>'));
});

test('time grows with the text alone', () => {
  for (const piece of [
    '<a ',
    '<a href="',
    "<a '",
    '= ',
    '<script>',
    '<!--',
    '<!-->',
    '<a x="\'>',
    '<a ="',
    '<',
    '&amp;',
  ]) {
    const html = piece.repeat(300_000);
    assertLinear(piece, () => addPixel(linked(html)));
  }
});

test.run();
