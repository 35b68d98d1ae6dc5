/** A good suite. */

import { suite } from 'uvu';

const test = suite('good');

test('passes', () => {});
test('passes again', async () => {});
test.run();
