/** Vectors of date-times. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseDateTime } from '../../lib/header/date-time-parsing.ts';
import { assertNoticed, testVectors, unfolded, type Vector } from '../support/vectors.ts';

const test = suite('vectors/date-times');

interface DateTime extends Vector {
  /** As `Date.toISOString()` has it; null where nothing can be read. */
  readonly date: string | null;
  /** Absent where nothing is said of the local zone. */
  readonly offsetMinutes?: number;
  readonly defects: readonly string[];
}

testVectors<DateTime>(test, 'dates', (row) => {
  const { dateTime, defects } = parseDateTime(unfolded(row));
  assert.is(dateTime?.date.toISOString() ?? null, row.date);
  assert.is(dateTime?.offsetMinutes, row.offsetMinutes);
  assertNoticed(defects, row.defects);
});

test.run();
