/** A bad suite: a promise never settles, and nothing is alive that could settle it. */

import { suite } from 'uvu';

const test = suite('never-settles');

test('waits', () => new Promise<void>(() => {}));
test('passes', () => {});
test.run();
