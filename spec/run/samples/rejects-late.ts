/** A bad suite: a promise that nobody awaits rejects after the last test. */

import { setTimeout as sleep } from 'node:timers/promises';
import { suite } from 'uvu';

const test = suite('rejects-late');

test('passes', () => {
  void sleep(100).then(() => Promise.reject(new Error('from the promise')));
});
test.run();
