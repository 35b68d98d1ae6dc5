/** What is obsolete, or a little wrong, about a date-time that readers take: RFC 5322 §4.3. */

import type { Span } from '../octets/span.ts';
import { type DateTimeWords, isInFull } from './date-time-grammar.ts';
import { isNumericZone } from './date-time-zone.ts';
import type { FieldDefects } from './field-defect.ts';

/** A date-time with blanks where they belong and without comments; what the words are is open. */
const LAYOUT =
  /^[ \t]*(?:[^ \t,(]+[ \t,][ \t]*)?\d+[ \t]+[A-Za-z]+[ \t]+\d+[ \t]+\d+:\d+(?::\d+)?(?:[ \t]+[A-Za-z\d+-]+)?$/;

/** Years before this one, and those of fewer digits, are obsolete: RFC 5322 §3.3. */
const YEAR_MIN = 1900;
const YEAR_DIGITS_MIN = 4;

/** @param layout The date-time with its comments, and what stands before it. */
export function noteObsolete(words: DateTimeWords, layout: string, defects: FieldDefects): void {
  const { weekday, comma, month, year, hour, minute, second, zone, span } = words;
  const note = (isObsolete: boolean, at: Span, detail: string): void => {
    if (isObsolete) defects.note('date-obsolete', at, detail);
  };
  const behindWeekday = { start: weekday.end, end: weekday.end };
  note(isInFull(weekday.text), weekday, 'weekday in full');
  note(weekday.text !== '' && comma.text === '', behindWeekday, 'no comma behind the weekday');
  note(isInFull(month.text), month, 'month in full');
  const isShort = year.text.length < YEAR_DIGITS_MIN;
  note(isShort, year, `year of ${year.text.length} digits`);
  note(!isShort && Number(year.text) < YEAR_MIN, year, `year before ${YEAR_MIN}`);
  for (const time of [hour, minute, second]) note(time.text.length === 1, time, 'one digit');
  note(zone.text === '', zone, 'no zone');
  note(zone.text !== '' && !isNumericZone(zone.text), zone, 'zone by name');
  note(!LAYOUT.test(layout), span, 'comments or blanks within');
}
