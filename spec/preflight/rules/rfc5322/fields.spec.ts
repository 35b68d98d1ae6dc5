/** Fields that occur again: refused where SES sees two of them, whatever it takes for a line end. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { preflight } from '../../../../lib/preflight/run.ts';

const test = suite('preflight/rules/rfc5322/fields');

/** Whether SES refuses each field that occurs again. */
function refusals(fields: string): readonly (boolean | undefined)[] {
  const message = `From: ann@example.com\r\nTo: bob@example.net\r\n${fields}\r\n\r\nHi\r\n`;
  return preflight(Buffer.from(message))
    .findings.filter(({ rule }) => rule === 'rfc5322/duplicate-header')
    .map(({ ses }) => ses?.refuses);
}

test('two fields on lines of their own are refused', () => {
  assert.equal(refusals('Subject: a\r\nSubject: b'), [true]);
  assert.equal(refusals('Subject: a\nSubject: b'), [true]);
});

test('a second field that starts behind a bare CR may be text of the first', () => {
  assert.equal(refusals('Subject: a\rSubject: b'), [false]);
  assert.equal(refusals('X-Note: c\rSubject: a\r\nSubject: b'), [false]);
  assert.equal(refusals('Subject: a\rSubject: b\r\nSubject: c'), [true, true]);
});

test.run();
