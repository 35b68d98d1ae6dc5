/** Names of configuration sets, tenants, contact lists and topics. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { nameFault, unknownConfigurationSetText } from '../../lib/carrier/names.ts';

const test = suite('carrier/names');

test('a name is 1 to 64 of letters, digits, _ and -', () => {
  assert.is(nameFault('My_set-1'), undefined);
  assert.is(nameFault('x'.repeat(64)), undefined);
  assert.match(nameFault('x'.repeat(65))?.clause ?? '', /^has 65 characters; 64/);
  assert.match(nameFault('')?.clause ?? '', /^is empty/);
});

test('the character that is not allowed is named, escaped', () => {
  assert.match(nameFault('a b')?.clause ?? '', /^holds " ";/);
  assert.match(nameFault('a\r\nBcc: x')?.clause ?? '', /^holds "\\r";/);
  assert.match(nameFault('a\0')?.clause ?? '', /^holds "\\u0000";/);
  assert.match(nameFault('liste-🎉')?.clause ?? '', /^holds "🎉";/);
});

test('a fault is at its characters', () => {
  assert.equal([nameFault('a b')?.start, nameFault('a b')?.end], [1, 2]);
  assert.equal([nameFault('a🎉b')?.start, nameFault('a🎉b')?.end], [1, 3]);
  assert.equal([nameFault('x'.repeat(70))?.start, nameFault('x'.repeat(70))?.end], [64, 70]);
});

test('SES names the configuration set that it does not find', () => {
  assert.is(unknownConfigurationSetText('main'), 'Configuration set <main> does not exist.');
});

test.run();
