/** Fields taken out again, of each kind. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bodies, codeThrown, plain } from '../support/built-message.ts';

const test = suite('builder/draft');

const arn = 'arn:aws:ses:eu-west-1:123456789012:identity/example.com';
const full = plain
  .sender('s@b.example')
  .replyTo('r@b.example')
  .to('t@b.example')
  .cc('c@b.example')
  .subject('s')
  .date(new Date(0))
  .messageId('a@b')
  .inReplyTo('a@b')
  .references('a@b')
  .addHeader('X-A', '1')
  .addHeader('x-a', '2')
  .header('List-Id', '<a.b>')
  .dangerousHeader('DKIM-Signature', 'v=1')
  .priority('high')
  .listUnsubscribe({ https: 'https://a.example/', oneClick: true })
  .ses({ configurationSet: 'c', tags: { a: 'b' }, tenant: 't', sourceArn: arn })
  .ses({ fromArn: arn, returnPathArn: arn, listManagement: { contactList: 'l' } });

const names = [
  ...['Sender', 'Reply-To', 'To', 'Cc', 'Subject', 'Date', 'Message-ID', 'In-Reply-To'],
  ...['References', 'X-A', 'List-Id', 'DKIM-Signature', 'X-Priority', 'Importance'],
  ...['List-Unsubscribe', 'List-Unsubscribe-Post', 'X-SES-CONFIGURATION-SET'],
  ...['X-SES-MESSAGE-TAGS', 'X-SES-TENANT', 'X-SES-SOURCE-ARN', 'X-SES-FROM-ARN'],
  ...['X-SES-RETURN-PATH-ARN', 'X-SES-LIST-MANAGEMENT-OPTIONS'],
];

for (const name of names) {
  test(`without('${name}') takes out that field alone, in any case`, () => {
    for (const spelled of [name, name.toLowerCase(), name.toUpperCase()]) {
      const message = full.without(spelled);
      for (const other of names) {
        const expected = other === name ? [] : bodies(full, other);
        assert.equal(bodies(message, other), expected, other);
      }
    }
  });
}

test('without() takes several, and what is not there', () => {
  const message = full.without('To', 'X-Absent', 'subject');
  assert.equal([bodies(message, 'To'), bodies(message, 'Subject')], [[], []]);
  assert.equal(message.build().envelope.to, ['c@b.example']);
});

test('without() takes From, Bcc and Return-Path, and they can be set anew', () => {
  const message = plain.bcc('b@b.example').returnPath('p@b.example').without('bcc', 'Return-Path');
  assert.equal(message.build().envelope, { from: 'ann@example.com', to: [] });
  assert.is(
    codeThrown(() => message.without('From').build()),
    'message-incomplete',
  );
  assert.equal(bodies(full.without('To').to('n@b.example'), 'To'), ['n@b.example']);
});

test('without() takes names alone', () => {
  assert.is(
    codeThrown(() => full.without('To:')),
    'field-name',
  );
  assert.is(
    codeThrown(() => full.without('')),
    'value-missing',
  );
  assert.equal(bodies(full.without('__proto__', 'constructor'), 'To'), ['t@b.example']);
});

test.run();
