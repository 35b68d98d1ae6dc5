/** Edits in transit: what is not edited stays, and lines stay lines. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { linesEdit, spliced, type TransitEdit } from '../../lib/ses/transit-edits.ts';

const test = suite('ses/transit-edits');

function made(message: string, ...edits: readonly TransitEdit[]): string {
  return spliced(Buffer.from(message), edits).toString();
}

test('insertions at one place come in the order given, before what is replaced there', () => {
  const edits = [
    linesEdit({ start: 3, end: 6 }, 'C\r\n'),
    linesEdit({ start: 3, end: 3 }, 'A\r\n'),
    linesEdit({ start: 3, end: 3 }, 'B\r\n'),
  ];
  assert.is(made('x\r\ny\r\nz', ...edits), 'x\r\nA\r\nB\r\nC\r\nz');
});

test('a line that is open is ended before another starts, and no line is ended twice', () => {
  const added = linesEdit({ start: 5, end: 5 }, 'C: d\r\n');
  assert.is(made('A: bc', added), 'A: bc\r\nC: d\r\n');
  assert.is(made('A:b\r\n', added), 'A:b\r\nC: d\r\n');
  assert.is(made('A: b\r', added), 'A: b\rC: d\r\n');
  assert.is(
    made('A:b\r\nX', linesEdit({ start: 5, end: 6 }, ''), linesEdit({ start: 6, end: 6 }, 'C\r\n')),
    'A:b\r\nC\r\n',
  );
});

test('a bare CR takes no line end that comes to stand behind it', () => {
  const removed = linesEdit({ start: 2, end: 5 }, '');
  assert.is(made('A\rX\r\n\r\nb', removed), 'A\r\n\r\nb');
  assert.is(made('A\rXY\n\nb', removed), 'A\r\n\nb');
  assert.is(made('A\rX\r\nB', removed), 'A\rB');
});

test('without edits nothing changes', () => {
  assert.is(made('A\r\n\r\rb'), 'A\r\n\r\rb');
});

test.run();
