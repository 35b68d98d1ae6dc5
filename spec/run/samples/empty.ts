/** A bad suite: it has no tests. */

import { suite } from 'uvu';

const test = suite('empty');

test.run();
