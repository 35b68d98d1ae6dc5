/** A bad suite: a test throws null. */

import { suite } from 'uvu';

const test = suite('throws-null');

test('throws', () => {
  throw null;
});
test('passes', () => {});
test.run();
