/** Fields by name: each once, in order, whatever the case of its name. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fieldsByName } from '../../lib/reader/fields-by-name.ts';
import { read } from '../../lib/reader/read.ts';

const test = suite('reader/fields-by-name');

test('fields of a name stand together, in their order', () => {
  const { fields } = read(Buffer.from('To: a\r\nCC: b\r\nto: c\r\n__proto__: d\r\n\r\n'));
  const byName = fieldsByName(fields);
  assert.equal([...byName.keys()], ['to', 'cc', '__proto__']);
  assert.equal(
    byName.get('to')?.map(({ text }) => text.trim()),
    ['a', 'c'],
  );
});

test.run();
