/** A bad suite: a test is skipped, which only CI minds. */

import { suite } from 'uvu';

const test = suite('skipped');

test('passes', () => {});
test.skip('is skipped', () => {});
test.run();
