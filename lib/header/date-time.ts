/** Date-times: RFC 5322 §3.3. */

import { MimewrightError, quoted } from '../errors.ts';

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
  if (!(when instanceof Date)) {
    throw new MimewrightError('value-type', `${what} takes a Date, not ${quoted(when)}`);
  }
  const year = when.getUTCFullYear();
  if (year >= YEAR_MIN && year <= YEAR_MAX) return new Date(when);
  throw new MimewrightError(
    'date-invalid',
    `${what}: not a date from ${YEAR_MIN} to ${YEAR_MAX}: ${quoted(when)}`,
  );
}

/** Formats a date to the second in UTC: `Mon, 23 Nov 2026 10:00:00 +0000`. */
export function formatDate(when: Date): string {
  const day = DAYS[when.getUTCDay()];
  const month = MONTHS[when.getUTCMonth()];
  const time = [when.getUTCHours(), when.getUTCMinutes(), when.getUTCSeconds()];
  const clock = time.map((part) => String(part).padStart(2, '0')).join(':');
  return `${day}, ${when.getUTCDate()} ${month} ${when.getUTCFullYear()} ${clock} +0000`;
}
