/** What SES says where no empty line ends the header section: of a part's fields, or of all the rest. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { SesAnswer } from '../../../../lib/preflight/report.ts';
import { preflight } from '../../../../lib/preflight/run.ts';

const test = suite('preflight/rules/rfc5322/read-on');

const FIELDS = 'From: ann@example.com\r\nTo: bob@example.net\r\nSubject: Hi\r\n';
const TYPE = 'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n';
const PART = '--x\r\nContent-Type: text/plain\r\n\r\nHello\r\n--x--\r\n';
const BODY = 'Dear Bob\r\n'.repeat(8000);

const DUPLICATE: SesAnswer = {
  text: "Duplicate header 'Content-Type'.",
  refuses: true,
  evidence: 'observed',
};
const TOO_LONG: SesAnswer = {
  text: 'Header section too long.',
  refuses: false,
  evidence: 'observed',
};

/** What SES says of a message that lacks its empty line. */
function answer(message: string): SesAnswer | undefined {
  const { findings } = preflight(Buffer.from(message));
  const found = findings.find(({ rule }) => rule === 'rfc5322/missing-separator');
  assert.ok(found, message.slice(0, 200));
  return found.ses;
}

test('the Content-Type of the first part is a second one', () => {
  assert.equal(answer(FIELDS + TYPE + PART), DUPLICATE);
  assert.equal(answer((FIELDS + TYPE + PART).replaceAll('\r\n', '\n')), DUPLICATE);
});

test('a CR ends no line, so that the empty line behind it ends the field alone', () => {
  assert.equal(answer(`${FIELDS}${TYPE}X-Note: a\r\r\n${PART}`), DUPLICATE);
});

test('without a second Content-Type nothing is known', () => {
  assert.is(answer(`${FIELDS}${PART}`), undefined);
  assert.is(answer(`${FIELDS}${TYPE}--x\r\n\r\nContent-Type: a/b\r\n`), undefined);
});

test('a long message without an empty line is a header section that is too long', () => {
  assert.equal(answer(FIELDS + BODY), TOO_LONG);
  assert.equal(answer((FIELDS + BODY).replaceAll('\r\n', '\n')), TOO_LONG);
  assert.is(answer(`${FIELDS}Dear Bob\r\n`), undefined);
  assert.is(answer(`${FIELDS}${BODY}\r\nAnn\r\n`), undefined);
});

test.run();
