/** A bad suite: nothing calls `run()`. */

import { suite } from 'uvu';

const test = suite('run-forgotten');

test('passes', () => {});
