/** Vectors of msg-ids. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parseMsgIdList } from '../../lib/header/msg-id-parsing.ts';
import { assertNoticed, testVectors, unfolded, type Vector } from '../support/vectors.ts';

const test = suite('vectors/msg-ids');

interface MsgIds extends Vector {
  /** Left and right side of each; null where the standard leaves open what is read. */
  readonly ids: readonly (readonly [left: string, right: string])[] | null;
  readonly defects: readonly string[];
}

testVectors<MsgIds>(test, 'msg-ids', (row) => {
  const { ids, defects } = parseMsgIdList(unfolded(row));
  const sides = ids.map(({ left, right }) => [left, right]);
  if (row.ids !== null) assert.equal(sides, row.ids);
  assertNoticed(defects, row.defects);
});

test.run();
