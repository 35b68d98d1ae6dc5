/** A good suite, and says what it could not run. */

import { suite } from 'uvu';
import { notRun } from '../../support/not-run.ts';

const test = suite('says-not-run');

test('passes', () => {});
notRun('no python3 here');
test.run();
