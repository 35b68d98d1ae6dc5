/** A bad suite: a server is left open. */

import { createServer } from 'node:net';
import { suite } from 'uvu';

const test = suite('left-open');

test('passes', () => {
  createServer().listen(0, '127.0.0.1');
});
test.run();
