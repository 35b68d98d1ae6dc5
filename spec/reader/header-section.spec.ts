/** How lines become fields, and where the header section ends. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { read } from '../../lib/reader/read.ts';

const test = suite('reader/header-section');

/** Field names and bodies, the defects with the octets at fault, and the body of a message. */
function shapeOf(text: string): readonly string[] {
  const octets = Buffer.from(text, 'latin1');
  const { fields, defects, body } = read(octets);
  const slice = (start: number, end: number): string => octets.toString('latin1', start, end);
  return [
    ...fields.map((field) => `${field.name}=${field.unfolded().trim()}`),
    ...defects.map(({ code, start, end }) => `!${code} ${slice(start, end)}`),
    `>${slice(body.start, body.end)}`,
  ];
}

test('fields end at the empty line (RFC 5322 §2.1)', () => {
  assert.equal(shapeOf('A: 1\r\nB:2\r\n\r\nC: 3\r\n'), ['A=1', 'B=2', '>C: 3\r\n']);
  assert.equal(shapeOf('A: 1\r\n'), ['A=1', '>']);
  assert.equal(shapeOf('A: 1'), ['A=1', '>']);
});

test('LF, CR and CR CR LF end lines as CRLF does', () => {
  assert.equal(shapeOf('A: 1\nB: 2\n\nC\n'), ['A=1', 'B=2', '>C\n']);
  assert.equal(shapeOf('A: 1\rB: 2\r\rC\r'), ['A=1', 'B=2', '>C\r']);
  assert.equal(shapeOf('A: 1\r\r\nB: 2\r\r\n\r\r\nC'), ['A=1', 'B=2', '>C']);
});

test('a line that is no field is passed over where a field follows', () => {
  const shape = shapeOf('A: 1\r\noops\r\n more\r\noops\r\nB: 2\r\n\r\nC');
  assert.equal(shape, ['A=1', 'B=2', '!header-line-malformed oops\r\n more\r\noops\r\n', '>C']);
});

test('a line that is no field starts the body where none follows', () => {
  assert.equal(shapeOf('A: 1\r\nHello\r\nthere\r\n'), [
    'A=1',
    '!missing-separator ',
    '>Hello\r\nthere\r\n',
  ]);
  assert.equal(shapeOf('A: 1\r\nHello\r\n\r\nB: 2'), [
    'A=1',
    '!missing-separator ',
    '>Hello\r\n\r\nB: 2',
  ]);
  assert.equal(shapeOf('A: 1\r\nHello\r\nmy dear: x\r\n'), [
    'A=1',
    '!missing-separator ',
    '>Hello\r\nmy dear: x\r\n',
  ]);
});

test('a line without a colon that starts with two hyphens starts the body', () => {
  assert.equal(shapeOf('A: 1\r\n--b\r\nB: 2\r\n'), [
    'A=1',
    '!missing-separator ',
    '>--b\r\nB: 2\r\n',
  ]);
  assert.equal(shapeOf('A: 1\r\n--b: 1\r\nB: 2\r\n'), ['A=1', '--b=1', 'B=2', '>']);
});

test('odd names are kept, with a defect', () => {
  assert.equal(shapeOf('X Foo: 1\r\nB: 2\r\n'), [
    'X Foo=1',
    'B=2',
    '!field-name-invalid X Foo',
    '>',
  ]);
  assert.equal(shapeOf('\xdcn: 1\r\n'), ['\xdcn=1', '!field-name-invalid \xdcn', '>']);
  assert.equal(shapeOf(': 1\r\nB: 2\r\n'), ['=1', 'B=2', '!field-name-empty ', '>']);
  assert.equal(shapeOf('A \t: 1\r\n'), ['A=1', '!space-before-colon  \t', '>']);
});

test('a colon far behind in a sentence makes no field', () => {
  const sentence = `${'word '.repeat(16)}: x`;
  assert.equal(shapeOf(`A: 1\r\n${sentence}`), ['A=1', '!missing-separator ', `>${sentence}`]);
});

test('a continuation of blanks alone is noted', () => {
  assert.equal(shapeOf('A: 1\r\n \t\r\n b\r\n'), ['A=1 \t b', '!whitespace-only-fold  \t', '>']);
});

test.run();
