/** Reading date-times: RFC 5322 §3.3, with the obsolete forms of §4.3. */

import { isBlank, trimBlanksAtEnd, trimBlanksAtStart } from '../octets/ascii.ts';
import type { Span } from '../octets/span.ts';
import { blankComments } from './comment-blanking.ts';
import { type DateTimeWords, scanDateTime } from './date-time-grammar.ts';
import { readMoment } from './date-time-moment.ts';
import { noteObsolete } from './date-time-obsolete.ts';
import { isNumericZone, zoneOffset } from './date-time-zone.ts';
import type { FieldDefect } from './field-defect.ts';
import { ParameterScanner } from './parameter-scanner.ts';

/** A date-time as it was read. */
export interface ParsedDateTime {
  /** The moment, to the second; a leap second is the one behind it. */
  readonly date: Date;
  /**
   * East of UTC, as written; undefined for `-0000`, for no zone, and for names that say nothing:
   * then the time is taken for UTC.
   */
  readonly offsetMinutes: number | undefined;
  /** From the weekday or the day to the zone, no comments or blanks at either end. */
  readonly span: Span;
}

/**
 * Parses a date-time with comments and blanks around it.
 *
 * Obsolete forms are taken, and a missing comma, names in full and single digits of the time.
 * Behind a zone in digits other text is noted and passed over; elsewhere it might be the zone, so
 * there is no date. Total, in linear time.
 *
 * @param text An unfolded field body, one character for each octet.
 * @param from Where to start: behind the `;` of a Received field.
 */
export function parseDateTime(
  text: string,
  from = 0,
): { readonly dateTime: ParsedDateTime | undefined; readonly defects: readonly FieldDefect[] } {
  const scanner = new ParameterScanner(text, from);
  const blanked = blankComments(scanner);
  const { defects } = scanner;
  const words = scanDateTime(blanked, from);
  const end = words?.span.end ?? from;
  const isEnded = isBlank(blanked.slice(end));
  if (words === undefined || !(isEnded || isNumericZone(words.zone.text))) {
    defects.note('date-invalid', trimmed(text, from));
    return { dateTime: undefined, defects: defects.found };
  }
  const dateTime = dateTimeOf(words, readMoment(words, defects));
  noteObsolete(words, text.slice(from, end), defects);
  if (!isEnded) defects.note('date-invalid', trimmed(blanked, end), 'text behind the zone');
  return { dateTime, defects: defects.found };
}

function dateTimeOf(
  { zone, span }: DateTimeWords,
  date: Date | undefined,
): ParsedDateTime | undefined {
  return date && { date, offsetMinutes: zoneOffset(zone.text), span };
}

/** What stands behind a place, without the blanks around it. */
function trimmed(text: string, from: number): Span {
  const rest = trimBlanksAtStart(text.slice(from));
  const start = text.length - rest.length;
  return { start, end: start + trimBlanksAtEnd(rest).length };
}
