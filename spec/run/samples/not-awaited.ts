/** A bad suite: a promise that nobody awaits rejects. */

import { suite } from 'uvu';

const test = suite('not-awaited');

test('passes', () => {
  void Promise.reject(new Error('from the promise'));
});
test.run();
