/** Defects as data, and their number bounded. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Defect, DefectLog, defectCodes } from '../../lib/reader/defect.ts';
import { MAX_DEFECTS, MAX_FIELDS } from '../../lib/reader/limits.ts';
import { read } from '../../lib/reader/read.ts';

const test = suite('reader/defect');

test('codes stand once each', () => {
  assert.is(new Set(defectCodes).size, defectCodes.length);
});

test('a defect has a code, a span, and a detail where there is one', () => {
  const defects: Defect[] = [];
  const log = new DefectLog();
  log.note(defects, 'cte-syntax', { start: 1, end: 2 });
  log.note(defects, 'charset-unknown', { start: 3, end: 4 }, 'utf8x');
  assert.equal(defects, [
    { code: 'cte-syntax', start: 1, end: 2 },
    { code: 'charset-unknown', start: 3, end: 4, detail: 'utf8x' },
  ]);
});

test('of one code so many are kept and no more, which is noted once', () => {
  const { defects } = read(Buffer.from(':\n'.repeat(3 * MAX_DEFECTS)));
  assert.is(defects.filter(({ code }) => code === 'field-name-empty').length, MAX_DEFECTS);
  assert.equal(
    defects.filter(({ code }) => code !== 'field-name-empty'),
    [
      {
        code: 'too-many-defects',
        start: 2 * MAX_DEFECTS,
        end: 2 * MAX_DEFECTS,
        detail: 'field-name-empty',
      },
    ],
  );
});

test('one code does not crowd out another', () => {
  const { defects } = read(Buffer.from(`${':\n'.repeat(2 * MAX_DEFECTS)}A : 1\n`));
  assert.is(defects.at(-1)?.code, 'space-before-colon');
});

test('fields have a limit, noted where it is reached', () => {
  const { fields, defects, body } = read(Buffer.from(`${'a:\n'.repeat(MAX_FIELDS + 2)}\nb`));
  assert.is(fields.length, MAX_FIELDS);
  const start = 3 * MAX_FIELDS;
  assert.equal(defects, [{ code: 'too-many-fields', start, end: start + 3 }]);
  assert.is(body.start, 3 * (MAX_FIELDS + 2) + 1);
});

test.run();
