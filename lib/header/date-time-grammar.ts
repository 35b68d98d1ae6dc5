/** The words of a date-time, current and obsolete: RFC 5322 §3.3, §4.3. */

import type { Span } from '../octets/span.ts';

/** A word of a date-time; empty where it is absent. */
export interface DateTimeWord extends Span {
  readonly text: string;
}

/** The words of a date-time, in order. */
export interface DateTimeWords {
  readonly weekday: DateTimeWord;
  readonly comma: DateTimeWord;
  readonly day: DateTimeWord;
  readonly month: DateTimeWord;
  readonly year: DateTimeWord;
  readonly hour: DateTimeWord;
  readonly minute: DateTimeWord;
  readonly second: DateTimeWord;
  readonly zone: DateTimeWord;
  /** From the weekday or the day to the zone or what stands last. */
  readonly span: Span;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** Letters of a weekday or a month. */
const NAME_LETTERS = 3;

const MONTH = MONTHS.map((name) => name.replace(/^(...)(.*)$/, '$1(?:$2)?')).join('|');
const B = '[ \\t\\r\\n]*';

/** No two runs of blanks or digits meet in it, so that it fails in linear time. */
const DATE_TIME = new RegExp(
  [
    `${B}(?:(?<weekday>[a-z.\\x80-\\xff]+)${B}(?:(?<comma>,)${B})?)?`,
    `(?<day>\\d{1,2})(?!\\d)${B}(?<month>${MONTH})${B}(?<year>\\d{2,})(?!\\d)${B}`,
    `(?<hour>\\d{1,2})${B}:${B}(?<minute>\\d{1,2})(?!\\d)`,
    `(?:${B}:${B}(?<second>\\d{1,2})(?!\\d))?`,
    `(?:${B}(?<zone>[+-]\\d{4}(?!\\d)|[a-z]+))?`,
  ].join(''),
  'diy',
);

/**
 * Scans the date-time that starts at `from`, perhaps behind blanks.
 *
 * @param text Without comments.
 */
export function scanDateTime(text: string, from: number): DateTimeWords | undefined {
  DATE_TIME.lastIndex = from;
  const groups = DATE_TIME.exec(text)?.indices?.groups;
  if (groups === undefined) return undefined;
  const end = DATE_TIME.lastIndex;
  const word = (name: string): DateTimeWord => {
    const [start, wordEnd] = groups[name] ?? [end, end];
    return { text: text.slice(start, wordEnd), start, end: wordEnd };
  };
  const weekday = word('weekday');
  const day = word('day');
  return {
    weekday,
    comma: word('comma'),
    day,
    month: word('month'),
    year: word('year'),
    hour: word('hour'),
    minute: word('minute'),
    second: word('second'),
    zone: word('zone'),
    span: { start: Math.min(weekday.start, day.start), end },
  };
}

/** The number of a weekday, Sunday first, short or in full; -1 if it is none. */
export function weekdayNumber(name: string): number {
  return numberOf(name, WEEKDAYS);
}

/** The number of a month, January 0, short or in full. */
export function monthNumber(name: string): number {
  return numberOf(name, MONTHS);
}

/** The short name of a weekday: `Mon`. */
export function weekdayName(number: number): string {
  const name = WEEKDAYS[number] ?? '';
  return name.slice(0, 1).toUpperCase() + name.slice(1, NAME_LETTERS);
}

/** Whether the name of a weekday or a month is longer than a date-time has it. */
export function isInFull(name: string): boolean {
  return name.length > NAME_LETTERS;
}

function numberOf(name: string, names: readonly string[]): number {
  const lower = name.toLowerCase();
  return names.findIndex((full) => lower === full || lower === full.slice(0, NAME_LETTERS));
}
