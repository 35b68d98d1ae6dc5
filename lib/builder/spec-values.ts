/** Values that JSON has no form of its own for: octets and date-times. RFC 4648, RFC 3339. */

import { isOctets, textArgument } from '../arguments.ts';
import { MimewrightError, quoted } from '../errors.ts';
import { membersOf } from './members.ts';
import type { ContentSpec, OctetsSpec } from './message-spec.ts';

const DATE_TIME =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Content as the builder takes it: text and octets as they are, base64 decoded. */
export function contentFrom(content: ContentSpec, what: string): string | Uint8Array {
  return typeof content === 'string' ? content : octetsFrom(content, what);
}

/**
 * Octets, decoded if they are given as base64.
 *
 * @throws {MimewrightError} `base64-syntax` for anything but the one base64 that the octets have.
 */
export function octetsFrom(octets: Uint8Array | OctetsSpec, what: string): Uint8Array {
  if (isOctets(octets)) return octets;
  const given = membersOf(what, octets, ['base64']).get('base64');
  const base64 = given === '' ? '' : textArgument(`${what}.base64`, given);
  const decoded = Buffer.from(base64, 'base64');
  if (decoded.toString('base64') === base64) return decoded;
  throw new MimewrightError(
    'base64-syntax',
    `${what}.base64 is not base64 with its padding, without blanks: ${quoted(base64)}`,
  );
}

/** A Date as it is, a date-time with its zone as a Date. @throws {MimewrightError} `date-invalid` */
export function dateFrom(when: string | Date, what: string): Date {
  if (typeof when !== 'string') return when;
  const date = new Date(when);
  if (DATE_TIME.test(when) && isDayOfMonth(when) && !Number.isNaN(date.getTime())) return date;
  throw new MimewrightError(
    'date-invalid',
    `${what}: not a date-time with its zone: ${quoted(when)}: it is as in 2026-11-23T10:00:00+01:00`,
  );
}

/** `Date` takes the 30th of February for the 2nd of March. */
function isDayOfMonth(dateTime: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(dateTime) ?? [];
  return new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() >= Number(day);
}
