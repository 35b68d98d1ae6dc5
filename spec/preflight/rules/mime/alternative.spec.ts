/** Alternatives that differ enough. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contentFindings } from '../../../support/content-findings.ts';

const test = suite('preflight/rules/mime/alternative');

test('alternatives in two charsets or languages are alternatives', () => {
  const plain = (rest: string) => `Content-Type: text/plain${rest}\r\n\r\nx`;
  for (const [one, other] of [
    ['; charset=utf-8', '; charset=iso-2022-jp'],
    ['\r\nContent-Language: de', '\r\nContent-Language: en'],
    ['; format=flowed', ''],
  ] as const) {
    assert.equal(contentFindings('multipart/alternative', [plain(one), plain(other)]), []);
  }
  assert.equal(contentFindings('multipart/alternative', [plain(''), plain('; name=x')]), [
    'mime/alternative-duplicate-type',
  ]);
});

test.run();
