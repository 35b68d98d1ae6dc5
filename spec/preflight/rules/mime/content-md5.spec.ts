/** Digests of content as programs compute them. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contentFindings, PNG } from '../../../support/content-findings.ts';

const test = suite('preflight/rules/mime/content-md5');

test('a digest of the content as it is, with the last line end or without, is right', () => {
  const digest = (value: string, text: string) =>
    contentFindings('multipart/mixed', [
      `Content-MD5: ${value}\r\n\r\n${text}`,
      `${PNG}\r\niVBORw0K`,
    ]);
  assert.equal(digest('XUFAKrxLKna5cZ2REBfFkg==', 'hello'), []);
  assert.equal(digest('XUFAKrxLKna5cZ2REBfFkg==', 'hallo'), ['mime/content-md5-mismatch']);
});

test.run();
