/** Ids that two parts may share. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contentFindings, HTML, PNG } from '../../../support/content-findings.ts';

const test = suite('preflight/rules/mime/content-id');

test('one id for one content mixes nothing up, nor does one for alternatives', () => {
  const part = `${PNG}Content-ID: <a@x>\r\nContent-Disposition: inline; filename=a.png\r\n\r\n`;
  const html = `${HTML}<img src="cid:a@x">`;
  const type = 'multipart/related; type="text/html"';
  assert.equal(contentFindings(type, [html, `${part}iVBORw0K`, `${part}iVBORw0K`]), []);
  assert.equal(contentFindings(type, [html, `${part}iVBORw0K`, `${part}iVBORw1K`]), [
    'mime/content-id-duplicate',
  ]);
});

test.run();
