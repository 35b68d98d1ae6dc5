/** Date-times: RFC 5322 §3.3. */

import { wrongType } from '../arguments.ts';
import { MimewrightError } from '../errors.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** Years that a date-time can name in four digits without an obsolete form. */
const YEAR_MIN = 1900;
const YEAR_MAX = 9999;

/**
 * Holds a date to what a date-time can say, and returns a copy of its own.
 *
 * @throws {MimewrightError} `date-invalid` for an invalid Date or a year outside 1900 to 9999.
 */
export function checkDate(when: unknown, what: string): Date {
  const time = timeOf(when);
  if (time === undefined) throw wrongType(what, when, 'a Date');
  const copy = new Date(time);
  const year = copy.getUTCFullYear();
  if (year >= YEAR_MIN && year <= YEAR_MAX) return copy;
  const value = Number.isNaN(time) ? 'Invalid Date' : copy.toISOString();
  throw new MimewrightError(
    'date-invalid',
    `${what}: not a date from ${YEAR_MIN} to ${YEAR_MAX}: ${value}`,
  );
}

/** Asks the built-in method, which no subclass can answer for; undefined for what is no Date. */
function timeOf(when: unknown): number | undefined {
  try {
    return Date.prototype.getTime.call(when);
  } catch {
    return undefined;
  }
}

/** Formats a date to the second in UTC: `Mon, 23 Nov 2026 10:00:00 +0000`. */
export function formatDate(when: Date): string {
  const day = DAYS[when.getUTCDay()];
  const month = MONTHS[when.getUTCMonth()];
  const time = [when.getUTCHours(), when.getUTCMinutes(), when.getUTCSeconds()];
  const clock = time.map((part) => String(part).padStart(2, '0')).join(':');
  return `${day}, ${when.getUTCDate()} ${month} ${when.getUTCFullYear()} ${clock} +0000`;
}
