/** Reports as other standards write them. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contentFindings } from '../../../support/content-findings.ts';

const test = suite('preflight/rules/mime/report');

test('reports of other writings are reports', () => {
  const type = 'multipart/report; report-type=delivery-status';
  const part = (subtype: string) => `Content-Type: message/${subtype}\r\n\r\nAction: failed\r\n`;
  assert.equal(contentFindings(type, ['\r\nx', part('delivery-status')]), []);
  assert.equal(contentFindings(type, ['\r\nx', part('global-delivery-status')]), []);
  assert.equal(contentFindings(type, ['\r\nx', part('feedback-report')]), [
    'mime/report-structure',
  ]);
});

test.run();
