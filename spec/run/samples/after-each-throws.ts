/** A bad suite: its `after.each` hook throws. */

import { suite } from 'uvu';

const test = suite('after-each-throws');

test.after.each(() => {
  throw new Error('from the hook');
});
test('passes', () => {});
test.run();
