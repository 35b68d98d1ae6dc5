/** A bad suite: a comparison fails, whose two sides uvu would colour. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('compares');

test('compares', () => {
  assert.is(1 + 1, 3);
});

test.run();
