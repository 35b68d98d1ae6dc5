/** The moment that a date-time names, if there is such a moment: RFC 5322 §3.3. */

import {
  type DateTimeWord,
  type DateTimeWords,
  monthNumber,
  weekdayName,
  weekdayNumber,
} from './date-time-grammar.ts';
import { hasZoneMinutes, zoneOffset } from './date-time-zone.ts';
import type { FieldDefects } from './field-defect.ts';

const HOUR_MAX = 23;
const MINUTE_MAX = 59;
/** A leap second: RFC 5322 §3.3. */
const SECOND_MAX = 60;

/** No place is a day away from UTC, though RFC 5322 §3.3 has room for zones up to 9959. */
const OFFSET_MINUTES_MAX = 24 * 60;

/** Years of two digits below this are of this century, all others count from 1900: RFC 5322 §4.3. */
const YEARS_OF_2000 = 50;

/** Reads the moment; notes what is out of range, and a weekday that is not of that day. */
export function readMoment(words: DateTimeWords, defects: FieldDefects): Date | undefined {
  const { hour, minute, second, zone } = words;
  const offset = zoneOffset(zone.text) ?? 0;
  const date = readDay(words, defects);
  const isTime = [
    isUpTo(hour, HOUR_MAX, 'hour', defects),
    isUpTo(minute, MINUTE_MAX, 'minute', defects),
    isUpTo(second, SECOND_MAX, 'second', defects),
  ].every(Boolean);
  const isZone = hasZoneMinutes(zone.text);
  if (!isZone || Math.abs(offset) > OFFSET_MINUTES_MAX) {
    defects.note('date-out-of-range', zone, 'zone');
  }
  if (date === undefined || !isTime || !isZone) return undefined;
  date.setUTCHours(Number(hour.text), Number(minute.text) - offset, Number(second.text));
  return checkedYear(date, words, defects);
}

/** Reads the day at midnight, and holds the weekday to it. */
function readDay(words: DateTimeWords, defects: FieldDefects): Date | undefined {
  const { weekday, day, month, year } = words;
  const date = new Date(0);
  date.setUTCFullYear(yearOf(year.text), monthNumber(month.text), Number(day.text));
  if (checkedYear(date, words, defects) === undefined) return undefined;
  if (date.getUTCDate() !== Number(day.text)) {
    defects.note('date-out-of-range', day, 'day');
    return undefined;
  }
  if (weekday.text !== '' && weekdayNumber(weekday.text) !== date.getUTCDay()) {
    defects.note('date-weekday-mismatch', weekday, `it is a ${weekdayName(date.getUTCDay())}`);
  }
  return date;
}

/** Nothing where a Date cannot reach so far. */
function checkedYear(date: Date, { year }: DateTimeWords, defects: FieldDefects): Date | undefined {
  if (!Number.isNaN(date.getTime())) return date;
  defects.note('date-out-of-range', year, 'year');
  return undefined;
}

function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length > 3) return year;
  return digits.length === 2 && year < YEARS_OF_2000 ? 2000 + year : 1900 + year;
}

function isUpTo(word: DateTimeWord, most: number, what: string, defects: FieldDefects): boolean {
  const isWithin = Number(word.text) <= most;
  if (!isWithin) defects.note('date-out-of-range', word, what);
  return isWithin;
}
