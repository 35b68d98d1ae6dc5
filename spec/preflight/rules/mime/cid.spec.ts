/** Parts that HTML shows: every way to mean one counts. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contentFindings, HTML, PNG } from '../../../support/content-findings.ts';

const test = suite('preflight/rules/mime/cid');

test('a part is used that any text may mean: in a comment, in capitals, in a style sheet', () => {
  const id = 'Content-ID: <Logo%1@x>\r\nContent-Disposition: inline\r\n\r\niVBORw0K';
  for (const text of [
    '<!--[if mso]><img src="cid:logo%1@x"><![endif]-->',
    '<img src="CID:LOGO%251@X">',
    '<img srcset="cid:logo%1@x 2x">',
    '<style>p { background: url(cid:logo%251&#64;x) }</style>',
  ]) {
    assert.equal(
      contentFindings('multipart/related; type="text/html"', [HTML + text, PNG + id]),
      [],
      text,
    );
  }
  assert.equal(contentFindings('multipart/related; type="text/html"', [`${HTML}<p>`, PNG + id]), [
    'mime/cid-unused',
  ]);
});

test('placeholders of a template are no faults', () => {
  const html = `${HTML}<img src="cid:{{logo}}">`;
  const file = `${PNG}Content-Disposition: attachment; filename="<%= name %>"\r\n\r\niVBORw0K`;
  const parts = [html, file];
  assert.equal(contentFindings('multipart/mixed', parts, { template: true }), []);
  assert.equal(contentFindings('multipart/mixed', parts, { profile: 'ses-v1' }), [
    'mime/cid-unresolved',
    'mime/filename-chars',
  ]);
});

test.run();
