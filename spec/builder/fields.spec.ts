/** The fields in their order, and which recipients stand in them. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bodies, body, fieldNames, plain } from '../support/built-message.ts';

const test = suite('builder/fields');

test('fields come in one order, whatever the order of the calls (H9)', () => {
  const { octets } = plain
    .ses({ tags: { a: 'b' }, configurationSet: 'c' })
    .header('X-First', '1')
    .subject('s')
    .references('a@b')
    .inReplyTo('a@b')
    .priority('high')
    .messageId('a@b')
    .date(new Date(0))
    .listUnsubscribe({ https: 'https://a.example/', oneClick: true })
    .bcc('b@b.example')
    .cc('c@b.example')
    .to('t@b.example')
    .replyTo('r@b.example')
    .header('X-Last', '2')
    .sender('ann@example.com')
    .build({ keepBcc: true });
  assert.equal(fieldNames(octets), [
    ...['From', 'Sender', 'Reply-To', 'To', 'Cc', 'Bcc', 'Date', 'Message-ID', 'In-Reply-To'],
    ...['References', 'Subject', 'X-First', 'X-Priority', 'Importance', 'List-Unsubscribe'],
    ...['List-Unsubscribe-Post', 'X-Last', 'X-SES-CONFIGURATION-SET', 'X-SES-MESSAGE-TAGS'],
    ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'],
  ]);
});

test('Date and Message-ID stand only where they were given', () => {
  const names = fieldNames(plain.build().octets);
  assert.equal(names, ['From', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding']);
});

test('Bcc stays out of the octets and in the envelope (A8)', () => {
  const message = plain.to('a@b.example').bcc('secret@b.example');
  const { octets, envelope } = message.build();
  assert.not.match(octets.toString(), /secret|bcc/i);
  assert.equal(envelope.to, ['a@b.example', 'secret@b.example']);
  assert.not.match(message.toBuffer().toString(), /secret/);
});

test('keepBcc writes Bcc behind Cc', () => {
  const { octets } = plain.cc('a@b.example').bcc('secret@b.example').build({ keepBcc: true });
  assert.match(
    Buffer.from(octets).toString(),
    /\r\nCc: a@b\.example\r\nBcc: secret@b\.example\r\n/,
  );
});

test('Bcc alone writes an empty group to To', () => {
  assert.is(body(plain.bcc('a@b.example'), 'To'), 'undisclosed-recipients:;');
  assert.equal(bodies(plain.bcc('a@b.example').cc('c@b.example'), 'To'), []);
  assert.equal(bodies(plain, 'To'), []);
});

test('Return-Path is no field', () => {
  assert.equal(bodies(plain.returnPath('b@b.example'), 'Return-Path'), []);
});

test.run();
