/** A moment on the command line: `--time`. */

import type { Arguments, Option } from './option.ts';
import { UsageError } from './usage-error.ts';

/** An option that takes a moment, as in RFC 3339. */
export function timeOption(help: string): Option {
  return { name: 'time', value: 'DATE', help };
}

/** @throws {UsageError} where it is no date. */
export function timeOf(args: Arguments): Date | undefined {
  const text = args.text('time');
  if (text === undefined) return undefined;
  const moment = new Date(text);
  if (/^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(moment.getTime())) return moment;
  throw new UsageError(
    `--time takes a date, as in 2026-11-23T10:00:00Z, not ${JSON.stringify(text)}`,
  );
}
