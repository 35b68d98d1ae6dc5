/** A bad suite: a test throws an error that has a cause. */

import { suite } from 'uvu';

const test = suite('throws-cause');

test('throws', () => {
  throw new Error('the effect', { cause: new TypeError('the cause') });
});
test.run();
