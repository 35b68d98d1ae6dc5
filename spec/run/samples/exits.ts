/** A bad suite: a test ends the process with status 0. */

import { suite } from 'uvu';

const test = suite('exits');

test('exits', () => process.exit(0));
test.run();
