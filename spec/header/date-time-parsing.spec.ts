/** Date-times as read. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { formatDate } from '../../lib/header/date-time.ts';
import { parseDateTime } from '../../lib/header/date-time-parsing.ts';
import { anyString } from '../../lib/testing/arbitraries.ts';
import { assertLinear } from '../support/linear.ts';

const test = suite('header/date-time-parsing');

/** The moment, the offset as written, and each defect with what it is about. */
function read(text: string): string {
  const { dateTime, defects } = parseDateTime(text);
  const said = dateTime && `${dateTime.date.toISOString().slice(0, -5)} ${dateTime.offsetMinutes}`;
  const noted = defects.map(({ code, start, end, detail }) => {
    return `!${code} ${text.slice(start, end)}${detail === undefined ? '' : ` (${detail})`}`;
  });
  return [said ?? '-', ...noted].join(' | ');
}

test('a date-time is read to the second, with what stands around it (RFC 5322 §3.3)', () => {
  assert.is(read(' Mon, 17 Nov 2025 10:00:00 +0100'), '2025-11-17T09:00:00 60');
  assert.is(read('17 nov 2025 10:00 -0330 (Newfoundland (winter))'), '2025-11-17T13:30:00 -210');
  assert.is(read('\tMON,\t7  NOV 2022\t00:30:09  +1345\t'), '2022-11-06T10:45:09 825');
  assert.is(read('Mon, 17 Nov 2025 10:00:00 -0000'), '2025-11-17T10:00:00 undefined');
  assert.is(read('Sat, 31 Dec 2016 23:59:60 +0000'), '2017-01-01T00:00:00 0');
  assert.is(read('29 Feb 2000 12:00:00 +0000'), '2000-02-29T12:00:00 0');
  assert.is(read('1 Jan 10000 00:00:00 +0000').slice(0, 13), '+010000-01-01');
});

test('the span goes from weekday or day to zone', () => {
  const spanned = (text: string, from?: number): string | undefined => {
    const { dateTime } = parseDateTime(text, from);
    return dateTime && text.slice(dateTime.span.start, dateTime.span.end);
  };
  assert.is(spanned(' (a) Mon, 17 Nov 2025 10:00 GMT (b)'), 'Mon, 17 Nov 2025 10:00 GMT');
  assert.is(spanned(' 17 Nov 2025 10:00 '), '17 Nov 2025 10:00');
  assert.is(spanned('by x; 17 Nov 2025 10:00:00 +0000', 5), '17 Nov 2025 10:00:00 +0000');
});

test('what stands before the start is not looked at', () => {
  const text = '(a) by x (b; 17 Nov 2025 10:00:00 +0000';
  assert.equal(parseDateTime(text, 12).defects, []);
});

test('obsolete forms say the same, and are noted (RFC 5322 §4.3)', () => {
  assert.is(
    read('Mon (a), 17(b)Nov 2025 10 (c):\t00 : 00 +0000'),
    '2025-11-17T10:00:00 0 | !date-obsolete Mon (a), 17(b)Nov 2025 10 (c):\t00 : 00 +0000 (comments or blanks within)',
  );
  assert.match(read('17Nov2025 10:00:00 +0000'), /^2025-11-17T10:00:00 0 .*blanks within\)$/);
  assert.match(read('(a) 17 Nov 2025 10:00:00 +0000'), /^2025-11-17T10:00:00 0 .*within\)$/);
  assert.is(
    read('17 Nov 25 10:00:00 +0000'),
    '2025-11-17T10:00:00 0 | !date-obsolete 25 (year of 2 digits)',
  );
  assert.match(read('17 Nov 49 10:00 +0000'), /^2049-/);
  assert.match(read('17 Nov 50 10:00 +0000'), /^1950-/);
  assert.match(read('17 Nov 125 10:00 +0000'), /^2025-.*year of 3 digits/);
  assert.match(
    read('17 Nov 0025 10:00 +0000'),
    /^0025-11-17T10:00:00 0 .* 0025 \(year before 1900/,
  );
  assert.is(
    read('17 Nov 2025 10:00:00'),
    '2025-11-17T10:00:00 undefined | !date-obsolete  (no zone)',
  );
});

test('zones by name: ten say what they are, all others nothing (RFC 5322 §4.3)', () => {
  const zones: readonly (readonly [string, number | undefined])[] = [
    ['UT', 0],
    ['gmt', 0],
    ['EDT', -4],
    ['EST', -5],
    ['CDT', -5],
    ['CST', -6],
    ['MDT', -6],
    ['MST', -7],
    ['PDT', -7],
    ['PST', -8],
    ['Z', undefined],
    ['A', undefined],
    ['CEST', undefined],
    ['constructor', undefined],
  ];
  for (const [zone, hours] of zones) {
    const { dateTime, defects } = parseDateTime(`17 Nov 2025 01:00:00 ${zone}`);
    assert.is(dateTime?.offsetMinutes, hours && hours * 60, zone);
    assert.is(dateTime?.date.getTime(), Date.UTC(2025, 10, 17, 1 - (hours ?? 0)), zone);
    assert.equal(defects, [
      { code: 'date-obsolete', start: 21, end: 21 + zone.length, detail: 'zone by name' },
    ]);
  }
});

test('the date-times of RFC 5322 App. A say when', () => {
  assert.is(read('Fri, 21 Nov 1997 09:55:06 -0600'), '1997-11-21T15:55:06 -360');
  assert.is(
    read('Thu,   13     Feb    1969   23:32    -0330 (Newfoundland Time)'),
    '1969-02-14T03:02:00 -210',
  );
  assert.match(
    read('21 Nov 97 09:55:06 GMT'),
    /^1997-11-21T09:55:06 0 .*2 digits.*zone by name\)$/,
  );
  assert.match(
    read('Fri, 21 Nov 1997 09(comment):   55  :  06 -0600'),
    /^1997-11-21T15:55:06 -360 /,
  );
});

test('what is a little wrong says when all the same', () => {
  assert.is(
    read('Mon 17 Nov 2025 10:00:00 +0000'),
    '2025-11-17T10:00:00 0 | !date-obsolete  (no comma behind the weekday)',
  );
  assert.is(
    read('Monday, 17 November 2025 9:00:00 +0000'),
    '2025-11-17T09:00:00 0 | !date-obsolete Monday (weekday in full) | !date-obsolete November (month in full) | !date-obsolete 9 (one digit)',
  );
  assert.is(
    read('Tue, 17 Nov 2025 10:00:00 +0000'),
    '2025-11-17T10:00:00 0 | !date-weekday-mismatch Tue (it is a Mon)',
  );
  assert.match(read('lun., 17 Nov 2025 10:00:00 +0000'), /^2025-.*mismatch lun\. \(it is a Mon\)/);
  assert.is(
    read('17 Nov 2025 10:00:00 -0800 PST (a) '),
    '2025-11-17T18:00:00 -480 | !date-invalid PST (text behind the zone)',
  );
});

test('what is no date-time is invalid', () => {
  const faulty = [
    '2025-11-17T10:00:00Z',
    '2025-11-17 10:00:00 +0000',
    'Mon Nov 17 10:00:00 2025',
    '17 Nov 2025',
    '17 Nom 2025 10:00 +0000',
    '17 Nov 5 10:00 +0000',
    '117 Nov 2025 10:00 +0000',
    '17 Nov 2025 10 +0000',
    '17 Nov 202510:00 +0000',
    '17 Nov 2025 10:00:00.5 +0900',
    '17 Nov 2025 10:00:00 +09:00',
    '17 Nov 2025 10:00:00 PM +0900',
    '17 Nov 2025 10:000 +0000',
    '17 Nov 2025 10:00:00 +00000',
    '17\xa0Nov 2025 10:00:00 +0000',
    'now',
  ];
  for (const text of faulty) assert.is(read(` ${text} `), `- | !date-invalid ${text}`);
  assert.is(read(''), '- | !date-invalid ');
  assert.is(read('17 Nov (2025 10:00').slice(0, 22), '- | !comment-unbalance');
});

test('what names no moment is out of range', () => {
  const clauses = (text: string): string => read(text).replaceAll('date-out-of-range', '');
  assert.is(clauses('31 Feb 2025 25:00:00 +2500'), '- | ! 31 (day) | ! 25 (hour) | ! +2500 (zone)');
  assert.is(clauses('0 Nov 2025 10:00 +0000'), '- | ! 0 (day)');
  assert.is(clauses('29 Feb 1900 10:00 +0000'), '- | ! 29 (day)');
  assert.is(
    clauses('17 Nov 2025 24:60:61 +0060'),
    '- | ! 24 (hour) | ! 60 (minute) | ! 61 (second) | ! +0060 (zone)',
  );
  assert.is(clauses('17 Nov 2025 10:00 +0060'), '- | ! +0060 (zone)');
  assert.is(clauses('17 Nov 300000 10:00 +0000'), '- | ! 300000 (year)');
  assert.is(clauses('13 Sep 275760 00:00 -0001'), '- | ! 275760 (year)');
  assert.is(clauses('17 Nov 2025 10:00 -2400'), '2025-11-18T10:00:00 -1440');
  assert.is(clauses('17 Nov 2025 10:00 +9959'), '2025-11-13T06:01:00 5999 | ! +9959 (zone)');
});

const when = fc.date({
  min: new Date('1900-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

test('law: what is formatted reads back to the second, without defects (H10)', () => {
  fc.assert(
    fc.property(when, (date) => {
      const { dateTime, defects } = parseDateTime(formatDate(date));
      assert.is(dateTime?.date.getTime(), Math.floor(date.getTime() / 1000) * 1000);
      assert.is(dateTime?.offsetMinutes, 0);
      assert.equal(defects, []);
    }),
  );
});

/** Writes a local time with its zone: the weekday and the day are those of the place. */
function writtenIn(offset: number, date: Date): string {
  const [weekday, day, month, year, time] = new Date(date.getTime() + offset * 60_000)
    .toUTCString()
    .split(' ');
  const minutes = Math.abs(offset);
  const zone = Math.floor(minutes / 60) * 100 + (minutes % 60);
  return `${weekday} ${day} ${month} ${year} ${time} ${offset < 0 ? '-' : '+'}${String(zone).padStart(4, '0')}`;
}

test('law: every zone from -1200 to +1400 reads back (H10)', () => {
  fc.assert(
    fc.property(when, (date) => {
      for (let offset = -12 * 60; offset <= 14 * 60; offset += 1) {
        const { dateTime, defects } = parseDateTime(writtenIn(offset, date));
        assert.is(dateTime?.date.getTime(), Math.floor(date.getTime() / 1000) * 1000);
        assert.is(dateTime?.offsetMinutes, offset);
        assert.ok(defects.every(({ code }) => code === 'date-obsolete'));
      }
    }),
    { numRuns: 10 },
  );
});

const hostile = fc.oneof(
  anyString,
  fc.string({ unit: fc.constantFrom(...'Monv17 :+-,()\\\t\xff'.split('')), size: 'medium' }),
  fc
    .array(fc.constantFrom(' ', '\t', '(a)', '', ' (b\\)) ', '\xe9', ')', ',', '7'), {
      minLength: 8,
      maxLength: 8,
    })
    .map(([a, b, c, d, e, f, g, h]) => `${a}Mon${b},17${c}Nov${d}2025 ${e}10${f}:00${g}+0100${h}`),
);

test('law: total; a span reads as the same date-time', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { dateTime, defects } = parseDateTime(text);
      assert.ok(dateTime !== undefined || defects.length > 0);
      for (const { start, end } of defects) {
        assert.ok(0 <= start && start <= end && end <= text.length);
      }
      if (dateTime === undefined) return;
      const { date, offsetMinutes, span } = dateTime;
      const again = parseDateTime(text.slice(span.start, span.end)).dateTime;
      assert.equal(again, { date, offsetMinutes, span: { start: 0, end: span.end - span.start } });
    }),
    { numRuns: 500 },
  );
});

test('law: linear in time', () => {
  const starts = [
    '',
    'Mon',
    'Mon,',
    '1',
    '1 Nov',
    '1 Nov 2025',
    '1 Nov 2025 10',
    '1 Nov 2025 10:00',
    '1 Nov 2025 10:00:00 +0000',
  ];
  for (const start of starts) {
    for (const piece of ['(', ')', '(a)', ' ', ':', ',', '1', 'a', '"', '\\', '+', ' :', '\xff']) {
      assertLinear(start + piece, () => parseDateTime(start + piece.repeat(100_000)));
    }
  }
});

test.run();
