/** ses() merges member by member, and tags by name. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bodies, body, plain, throwing, untyped } from '../support/built-message.ts';

const test = suite('builder/ses-fields');

test('members merge, tags merge by name, the last call wins', () => {
  const message = plain
    .ses({ configurationSet: 'a', tenant: 't', tags: { kind: 'receipt', team: 'one' } })
    .ses({ configurationSet: 'b', tags: { team: 'two', more: 'x' } })
    .ses({});
  assert.is(body(message, 'X-SES-CONFIGURATION-SET'), 'b');
  assert.is(body(message, 'X-SES-TENANT'), 't');
  assert.is(body(message, 'X-SES-MESSAGE-TAGS'), 'kind=receipt, team=two, more=x');
});

test('listManagement is one member', () => {
  const message = plain
    .ses({ listManagement: { contactList: 'a', topic: 'b' } })
    .ses({ listManagement: { contactList: 'c' } });
  assert.is(body(message, 'X-SES-LIST-MANAGEMENT-OPTIONS'), 'c');
});

test('no tags write no field', () => {
  assert.equal(bodies(plain.ses({ tags: {} }), 'X-SES-MESSAGE-TAGS'), []);
});

test('bad members fail at the call', () => {
  assert.throws(
    () => plain.ses({ sourceArn: 'arn:x' }),
    throwing('arn-syntax', /sourceArn.*"arn:x"/),
  );
  assert.throws(() => plain.ses({ tags: { 'a b': 'c' } }), throwing('ses-field', /"a b"/));
  assert.throws(() => plain.ses(untyped({ tag: {} })), throwing('option-invalid', /"tag"/));
});

test.run();
