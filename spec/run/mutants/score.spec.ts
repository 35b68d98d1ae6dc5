/** What is printed of mutants. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lineOfScore, linesOfMutant } from './score.ts';

const test = suite('run/mutants/score');

test('the score is the share of mutants tried that did not survive', () => {
  const outcomes = { killed: 6, 'timed out': 1, survived: 1 };
  assert.is(
    lineOfScore({ room: 'octets', mutants: 20, invalid: 3, outcomes }),
    'octets       20 mutants, 3 invalid, 8 tried: 6 killed, 1 timed out, 1 survived  87.5 %',
  );
});

test('nothing tried has no score', () => {
  const outcomes = { killed: 0, 'timed out': 0, survived: 0 };
  assert.match(lineOfScore({ room: 'octets', mutants: 2, invalid: 0, outcomes }), / {2}-$/);
});

test('a survivor is shown with its line', () => {
  const edit = { slip: 'boundary', start: 2, end: 3, replacement: '<=' };
  const shown = linesOfMutant({ path: 'lib/octets/a.ts', text: 'a < b', edit });
  assert.is(shown, 'lib/octets/a.ts:1 boundary\n  - a < b\n  + a <= b');
});

test.run();
