/** The fields that a signature of one's own must not cover. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rewrittenField, rewrittenFields } from '../../lib/carrier/rewritten-fields.ts';
import { xSesFields } from '../../lib/carrier/x-ses-fields.ts';

const test = suite('carrier/rewritten-fields');

test('the four that SES documents are found in any case', () => {
  for (const name of ['message-id', 'DATE', 'Return-Path', 'bounces-to']) {
    const field = rewrittenField(name);
    assert.equal([field?.change, field?.evidence], ['replaced', 'documented'], name);
  }
});

test('every X-SES field that we write is removed', () => {
  const arn = 'arn:aws:ses:eu-west-1:123456789012:identity/example.com';
  const written = xSesFields({
    configurationSet: 'a',
    tags: { a: 'b' },
    tenant: 'a',
    sourceArn: arn,
    fromArn: arn,
    returnPathArn: arn,
    listManagement: { contactList: 'a' },
  });
  for (const { name } of written) assert.is(rewrittenField(name)?.change, 'removed', name);
});

test('what is only inferred says so', () => {
  assert.is(rewrittenField('Bcc')?.evidence, 'inferred');
  assert.is(rewrittenField('Feedback-ID')?.evidence, 'inferred');
});

test('other fields are delivered as written', () => {
  for (const name of ['From', 'To', 'Subject', 'References', 'X-Mailer', 'X-SES-Other']) {
    assert.is(rewrittenField(name), undefined, name);
  }
  assert.is(new Set(rewrittenFields.map(({ name }) => name.toLowerCase())).size, 14);
});

test.run();
