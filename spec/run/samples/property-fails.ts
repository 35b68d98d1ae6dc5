/** A bad suite: a property fails, two errors deep. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('property-fails');

test('law: numbers are small', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10 }), (n) => {
      assert.ok(n < 10, `${n} is not small`);
    }),
  );
});
test.run();
