/** The member that was meant. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { nearestName } from '../../lib/builder/nearest-name.ts';

const test = suite('builder/nearest-name');

test('the fewest edits win, case aside, the first of several', () => {
  const names = ['filename', 'content', 'cid', 'type'];
  const typed = {
    fileName: 'filename',
    filname: 'filename',
    id: 'cid',
    contents: 'content',
    tpye: 'type',
    '': 'cid',
    cid: 'cid',
  };
  for (const [name, nearest] of Object.entries(typed))
    assert.is(nearestName(name, names), nearest, name);
  assert.is(nearestName('x'.repeat(1e6), names), 'filename');
  assert.is(nearestName('x', []), undefined);
});

test.run();
