/** A bad suite: its `before` hook throws. */

import { suite } from 'uvu';

const test = suite('before-throws');

test.before(() => {
  throw new Error('from the hook');
});
test('passes', () => {});
test.run();
