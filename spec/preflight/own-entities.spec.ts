/** Whose entities are judged: those that the message’s author wrote. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contentFindings, HTML } from '../support/content-findings.ts';

const test = suite('preflight/own-entities');

test('what an attached message holds is another’s', () => {
  const inner = `From: x@example.com\r\n${HTML}<img src="cid:nope">`;
  const attached = `Content-Type: message/rfc822\r\n\r\n${inner}`;
  assert.equal(contentFindings('multipart/mixed', ['\r\nHello', attached]), []);
  assert.equal(contentFindings('multipart/mixed', [attached, `${HTML}<img src="cid:nope">`]), [
    'mime/cid-unresolved',
  ]);
});

test.run();
