/** Message tags, with the texts of SES in their order. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { tagNameFault, tagValueFault } from '../../lib/carrier/tag.ts';

const test = suite('carrier/tag');

const nameText = (name: string) =>
  `Invalid tag name <${name}>: only alphanumeric ASCII characters, '_',  '-' are allowed.`;
const valueText = (value: string) =>
  `Invalid tag value <${value}>: only alphanumeric ASCII characters, '_',  '-' , '.', '@' are allowed.`;

test('a name is 1 to 255 of letters, digits, _ and -', () => {
  assert.is(tagNameFault('Az09_-'), undefined);
  assert.is(tagNameFault('__proto__'), undefined);
  assert.is(tagNameFault('x'.repeat(255)), undefined);
  assert.is(tagNameFault(''), 'The tag name must be specified.');
  assert.is(tagNameFault(' '.repeat(256)), 'Tag name cannot exceed 255 characters.');
  for (const name of ['a:b', 'a.b', 'a@b', 'é', 'a\n', 'a b', ' ']) {
    assert.is(tagNameFault(name), nameText(name));
  }
});

test('the prefix ses: passes, but not what else is outside the grammar', () => {
  assert.is(tagNameFault('ses:feedback-id-a'), undefined);
  for (const name of ['ses:', 'ses:a\r\nBcc', 'ses:a:b', 'SES:a']) {
    assert.is(tagNameFault(name), nameText(name));
  }
});

test('a value may hold a dot and an at sign, too', () => {
  assert.is(tagValueFault('a.b@C-1_'), undefined);
  assert.is(tagValueFault('x'.repeat(255)), undefined);
  assert.is(tagValueFault(''), 'The tag value must be specified.');
  assert.is(tagValueFault('x'.repeat(256)), 'Tag value cannot exceed 255 characters.');
  for (const value of ['a b', 'a,b', 'é', 'a\n', 'ses:a']) {
    assert.is(tagValueFault(value), valueText(value));
  }
});

test.run();
