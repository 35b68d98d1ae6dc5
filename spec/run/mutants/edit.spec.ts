/** One change of a text, and the line it stands on. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { edited, lineOfEdit } from './edit.ts';

const test = suite('run/mutants/edit');

const text = 'a;\n  b < c;\nd;';

test('the text around an edit stays', () => {
  assert.is(edited(text, { slip: 'x', start: 7, end: 8, replacement: '<=' }), 'a;\n  b <= c;\nd;');
});

test('an edit is shown as its line, before and after', () => {
  const edit = { slip: 'x', start: 7, end: 8, replacement: '<=' };
  assert.equal(lineOfEdit(text, edit), { line: 2, before: 'b < c;', after: 'b <= c;' });
  const first = { slip: 'x', start: 0, end: 1, replacement: '' };
  assert.equal(lineOfEdit(text, first), { line: 1, before: 'a;', after: ';' });
});

test.run();
