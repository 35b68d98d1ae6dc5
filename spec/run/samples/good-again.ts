/** A good suite, but its name is another's. */

import { suite } from 'uvu';

const test = suite('good');

test('passes', () => {});
test.run();
