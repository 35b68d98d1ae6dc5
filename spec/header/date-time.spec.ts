/** Date-times: RFC 5322 §3.3. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { MimewrightError } from '../../lib/errors.ts';
import { checkDate, formatDate } from '../../lib/header/date-time.ts';

const test = suite('header/date-time');

const date = fc.date({
  min: new Date('1900-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

test('law: a date reads back to the second, with its weekday (H10)', () => {
  fc.assert(
    fc.property(date, (when) => {
      const text = formatDate(checkDate(when, 'Date'));
      assert.match(text, /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/);
      assert.is(Date.parse(text), Math.floor(when.getTime() / 1000) * 1000);
      assert.is(text.slice(0, 3), when.toUTCString().slice(0, 3));
    }),
    { numRuns: 300 },
  );
});

test('a date by hand', () => {
  assert.is(formatDate(new Date('2025-11-17T09:05:03.999Z')), 'Mon, 17 Nov 2025 09:05:03 +0000');
});

test('what is no date, or none that mail can say, throws', () => {
  for (const when of [new Date(Number.NaN), new Date(-1e15), new Date(8.64e15)]) {
    assert.throws(() => checkDate(when, 'Date'), hasCode('date-invalid'));
  }
  for (const when of ['2025-11-17', 0, null, undefined, {}]) {
    assert.throws(() => checkDate(when, 'Date'), hasCode('value-type'));
  }
});

test('the date that comes back is a copy', () => {
  const when = new Date(0);
  const checked = checkDate(when, 'Date');
  when.setUTCFullYear(2001);
  assert.is(checked.getTime(), 0);
});

function hasCode(code: string): (error: unknown) => boolean {
  return (error) => error instanceof MimewrightError && error.code === code;
}

test.run();
