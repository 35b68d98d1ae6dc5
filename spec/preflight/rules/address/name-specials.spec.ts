/** Specials in names: those that divide addresses, and those that readers take for text. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { areSoftSpecials } from '../../../../lib/preflight/rules/address/name-specials.ts';

const test = suite('preflight/rules/address/name-specials');

function areSoft(text: string): boolean {
  const octets = Buffer.from(`To: ${text}`);
  return areSoftSpecials({ octets }, { start: 4, end: octets.length });
}

test('at, backslash, dot and square brackets are soft, also around quotes and comments', () => {
  for (const text of ['@', '\\', '[Garden]', '@ "a, b" @', '@ (a: b) .', '@ "\\", " @']) {
    assert.ok(areSoft(text), text);
  }
});

test('what begins or ends an address, a group or a comment is not', () => {
  for (const text of [',', '@,', ':', 'a;', '<', '@ "a" , @', '@ ('])
    assert.not(areSoft(text), text);
});

test.run();
