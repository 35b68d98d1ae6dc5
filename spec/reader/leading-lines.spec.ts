/** What stands before the first field and should not. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { read } from '../../lib/reader/read.ts';

const test = suite('reader/leading-lines');

function shapeOf(text: string): readonly string[] {
  const { fields, defects, headerSection } = read(Buffer.from(text, 'latin1'));
  return [
    ...fields.map((field) => `${field.name}=${field.unfolded().trim()}`),
    ...defects.map(({ code, start, end }) => `!${code} ${start}-${end}`),
    String(headerSection.end),
  ];
}

test('nothing, or white space alone, is an empty input and nothing else', () => {
  assert.equal(shapeOf(''), ['!empty-input 0-0', '0']);
  assert.equal(shapeOf('\r\n \t\n'), ['!empty-input 0-5', '5']);
});

test('a byte order mark is passed over', () => {
  assert.equal(shapeOf('\xef\xbb\xbfA: 1\r\n'), ['A=1', '!bom-at-start 0-3', '9']);
  assert.equal(shapeOf('\xff\xfeA: 1\r\n'), ['A=1', '!bom-at-start 0-2', '8']);
  assert.equal(shapeOf('\xfe\xffA: 1\r\n'), ['A=1', '!bom-at-start 0-2', '8']);
});

test('a mailbox separator is passed over, a field is not', () => {
  assert.equal(shapeOf('From a@b Mon 10:00\nA: 1\n'), ['A=1', '!mbox-from-line 0-19', '24']);
  assert.equal(shapeOf('>From a@b\r\nA: 1\r\n'), ['A=1', '!mbox-from-line 0-11', '17']);
  assert.equal(shapeOf('From : a\r\n'), ['From=a', '!space-before-colon 4-5', '10']);
});

test('continuations of nothing are passed over', () => {
  assert.equal(shapeOf(' a: 1\r\n\tb\r\nA: 1\r\n'), ['A=1', '!leading-continuation 0-11', '17']);
});

test('an empty first line ends the header section', () => {
  assert.equal(shapeOf('\r\nA: 1\r\n'), ['!leading-blank-line 0-2', '0']);
  assert.equal(shapeOf('\xef\xbb\xbf\nA: 1'), [
    '!bom-at-start 0-3',
    '!leading-blank-line 3-4',
    '3',
  ]);
});

test('an embedded message is looked at in the same way', () => {
  const [embedded] = read(Buffer.from('Content-Type: message/rfc822\n\nFrom a b\nA: 1\n')).parts;
  assert.equal(embedded?.defects, [{ code: 'mbox-from-line', start: 30, end: 39 }]);
  assert.is(embedded?.fields[0]?.name, 'A');
});

test.run();
