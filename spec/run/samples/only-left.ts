/** A bad suite: an `only` keeps another test from running. */

import { suite } from 'uvu';

const test = suite('only-left');

test('would fail', () => {
  throw new Error('from the test');
});
test.only('passes', () => {});

test.run();
