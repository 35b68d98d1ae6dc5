/** A bad suite: `run()` is called after its import. */

import { suite } from 'uvu';

const test = suite('run-late');
test('passes', () => {});
test.run();

const late = suite('run-late, the late one');
late('fails, if it ever runs', () => {
  throw new Error('from the test');
});
setTimeout(() => late.run());
