/** Message tags: what SES takes as their names and values, with its own texts. */

import type { Span } from '../octets/span.ts';

/** What SES answers to a tag of a request, and the characters at fault. */
export interface TagFault extends Span {
  readonly cause: 'empty' | 'length' | 'characters';
  /** SES's text. */
  readonly text: string;
}

/** Characters of a name or value. SES says 255, its documentation 256. */
const TAG_CHARACTERS = 255;

/** Names that SES reads itself, such as `ses:feedback-id-a`; only what follows is tested. */
const RESERVED_PREFIX = 'ses:';

/** They shape the Feedback-ID field; SES knows no others. */
const RESERVED_NAMES: readonly string[] = ['ses:feedback-id-a', 'ses:feedback-id-b'];

const OUTSIDE_NAME = /[^A-Za-z0-9_-]/u;
const OUTSIDE_VALUE = /[^A-Za-z0-9_.@-]/u;
const UNDOCUMENTED_IN_VALUE = /[.@]/;

/**
 * What SES answers to the name of a message tag.
 *
 * @returns The first test that fails, in SES's order; nothing for a good name.
 * @see https://docs.aws.amazon.com/ses/latest/APIReference/API_MessageTag.html
 *   (documented; the texts, 255, and the prefix are observed)
 */
export function tagNameFault(name: string): TagFault | undefined {
  if (name === '') return empty('The tag name must be specified.');
  if (name.length > TAG_CHARACTERS) return tooLong(name, 'Tag name cannot exceed 255 characters.');
  const text = `Invalid tag name <${name}>: only alphanumeric ASCII characters, '_',  '-' are allowed.`;
  if (name === RESERVED_PREFIX) return { cause: 'characters', text, start: 0, end: name.length };
  const from = name.startsWith(RESERVED_PREFIX) ? RESERVED_PREFIX.length : 0;
  return outside(name, OUTSIDE_NAME, from, text);
}

/**
 * What SES answers to the value of a message tag. A dot and an at sign pass, although the
 * documentation does not name them.
 *
 * @returns The first test that fails, in SES's order; nothing for a good value.
 * @see {@link tagNameFault}
 */
export function tagValueFault(value: string): TagFault | undefined {
  if (value === '') return empty('The tag value must be specified.');
  if (value.length > TAG_CHARACTERS) {
    return tooLong(value, 'Tag value cannot exceed 255 characters.');
  }
  const text = `Invalid tag value <${value}>: only alphanumeric ASCII characters, '_',  '-' , '.', '@' are allowed.`;
  return outside(value, OUTSIDE_VALUE, 0, text);
}

/** The first character of a value that SES takes although its documentation does not name it. */
export function undocumentedInValue(value: string): Span | undefined {
  const start = value.search(UNDOCUMENTED_IN_VALUE);
  return start === -1 ? undefined : { start, end: start + 1 };
}

/** Whether SES keeps the name for itself: `ses:`, with two exceptions. */
export function isReservedTagName(name: string): boolean {
  return hasReservedPrefix(name) && !RESERVED_NAMES.includes(name);
}

/** Whether SES reads the tag itself, so that no event carries it for the caller's sake. */
export function hasReservedPrefix(name: string): boolean {
  return name.startsWith(RESERVED_PREFIX);
}

function empty(text: string): TagFault {
  return { cause: 'empty', text, start: 0, end: 0 };
}

function tooLong({ length }: string, text: string): TagFault {
  return { cause: 'length', text, start: TAG_CHARACTERS, end: length };
}

function outside(tested: string, not: RegExp, from: number, text: string): TagFault | undefined {
  const found = not.exec(tested.slice(from));
  if (found === null) return undefined;
  const start = from + found.index;
  return { cause: 'characters', text, start, end: start + found[0].length };
}
