/** Every defect code has a sentence. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { defectCodes } from '../../lib/reader/defect.ts';
import { defectSummaries } from '../../lib/reader/defect-summaries.ts';

const test = suite('reader/defect-summaries');

test('each code has one, in order, and no two are the same', () => {
  assert.equal(Object.keys(defectSummaries), [...defectCodes]);
  assert.is(new Set(Object.values(defectSummaries)).size, defectCodes.length);
});

test.run();
