/** A bad suite: a promise never settles, and a server is open. */

import { createServer } from 'node:net';
import { suite } from 'uvu';

const test = suite('never-settles-with-server');

test('waits', async () => {
  createServer().listen(0, '127.0.0.1');
  await new Promise<void>(() => {});
});
test('passes', () => {});
test.run();
