/** A bad suite: a test throws a string. */

import { suite } from 'uvu';

const test = suite('throws-string');

test('throws', () => {
  throw 'from the test';
});
test.run();
