/** Message tags, with the texts of SES in their order. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  hasReservedPrefix,
  isReservedTagName,
  tagNameFault,
  tagValueFault,
  undocumentedInValue,
} from '../../lib/carrier/tag.ts';

const test = suite('carrier/tag');

const nameText = (name: string) =>
  `Invalid tag name <${name}>: only alphanumeric ASCII characters, '_',  '-' are allowed.`;
const valueText = (value: string) =>
  `Invalid tag value <${value}>: only alphanumeric ASCII characters, '_',  '-' , '.', '@' are allowed.`;

test('a name is 1 to 255 of letters, digits, _ and -', () => {
  assert.is(tagNameFault('Az09_-'), undefined);
  assert.is(tagNameFault('__proto__'), undefined);
  assert.is(tagNameFault('x'.repeat(255)), undefined);
  assert.is(tagNameFault('')?.text, 'The tag name must be specified.');
  assert.is(tagNameFault(' '.repeat(256))?.text, 'Tag name cannot exceed 255 characters.');
  for (const name of ['a:b', 'a.b', 'a@b', 'é', 'a\n', 'a b', ' ']) {
    assert.is(tagNameFault(name)?.text, nameText(name));
  }
});

test('the prefix ses: passes, but not what else is outside the grammar', () => {
  assert.is(tagNameFault('ses:feedback-id-a'), undefined);
  for (const name of ['ses:', 'ses:a\r\nBcc', 'ses:a:b', 'SES:a']) {
    assert.is(tagNameFault(name)?.text, nameText(name));
  }
});

test('a value may hold a dot and an at sign, too', () => {
  assert.is(tagValueFault('a.b@C-1_'), undefined);
  assert.is(tagValueFault('x'.repeat(255)), undefined);
  assert.is(tagValueFault('')?.text, 'The tag value must be specified.');
  assert.is(tagValueFault('x'.repeat(256))?.text, 'Tag value cannot exceed 255 characters.');
  for (const value of ['a b', 'a,b', 'é', 'a\n', 'ses:a']) {
    assert.is(tagValueFault(value)?.text, valueText(value));
  }
});

/** Of a name or value, the cause and the characters at fault. */
const faults: readonly (readonly [string, string, string])[] = [
  ['', 'empty', ''],
  ['x'.repeat(257), 'length', 'xx'],
  ['a b', 'characters', ' '],
  ['ses:a:b', 'characters', ':'],
  ['a🎉b', 'characters', '🎉'],
];

test('a fault has a cause and a place', () => {
  for (const [text, cause, at] of faults) {
    const fault = tagNameFault(text);
    assert.is(fault?.cause, cause, text);
    assert.is(text.slice(fault?.start, fault?.end), at, text);
    if (!text.startsWith('ses:')) assert.is(tagValueFault(text)?.cause, cause, text);
  }
});

test('SES keeps names that start with ses:, but for two', () => {
  for (const name of ['ses:a', 'ses:feedback-id-c', 'ses:FEEDBACK-ID-A']) {
    assert.ok(isReservedTagName(name) && hasReservedPrefix(name), name);
  }
  for (const name of ['ses:feedback-id-a', 'ses:feedback-id-b', 'ses', 'Ses:a', 'kind']) {
    assert.not(isReservedTagName(name), name);
  }
  assert.ok(hasReservedPrefix('ses:feedback-id-a'));
  assert.not(hasReservedPrefix('kind'));
});

test('the first character of a value that is not documented', () => {
  assert.equal(undocumentedInValue('a1_-'), undefined);
  assert.equal(undocumentedInValue('v1.2@x'), { start: 2, end: 3 });
});

test.run();
