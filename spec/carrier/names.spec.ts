/** Names of configuration sets, tenants, contact lists and topics. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { nameFault } from '../../lib/carrier/names.ts';

const test = suite('carrier/names');

test('a name is 1 to 64 of letters, digits, _ and -', () => {
  assert.is(nameFault('My_set-1'), undefined);
  assert.is(nameFault('x'.repeat(64)), undefined);
  assert.match(nameFault('x'.repeat(65)) ?? '', /^has 65 characters; 64/);
  assert.match(nameFault('') ?? '', /^is empty/);
});

test('the character that is not allowed is named, escaped', () => {
  assert.match(nameFault('a b') ?? '', /^holds " ";/);
  assert.match(nameFault('a\r\nBcc: x') ?? '', /^holds "\\r";/);
  assert.match(nameFault('a\0') ?? '', /^holds "\\u0000";/);
  assert.match(nameFault('liste-🎉') ?? '', /^holds "🎉";/);
});

test.run();
