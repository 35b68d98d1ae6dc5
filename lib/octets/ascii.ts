/** ASCII octets by name, and the one door from ASCII text to octets. */

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const HYPHEN = 0x2d;
export const DOT = 0x2e;
export const EQUALS = 0x3d;

export const CRLF = '\r\n';

const ASCII = /^[\x00-\x7f]*$/;
const BLANK = /^[ \t]*$/;
const BLANKS_AT_START = /^[ \t]+/;

/** True when every character is U+0000 to U+007F. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

/** True for SP and TAB alone: other white space is text. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** The text without SP and TAB at its start and its end. */
export function trimBlanks(text: string): string {
  return trimBlanksAtEnd(trimBlanksAtStart(text));
}

export function trimBlanksAtStart(text: string): string {
  return text.replace(BLANKS_AT_START, '');
}

/** A loop, for a regular expression would try each blank of a long run within the text. */
export function trimBlanksAtEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end -= 1;
  return text.slice(0, end);
}

/** Where the text is that {@link trimBlanks} returns. */
export function withoutBlanks(text: string): { readonly start: number; readonly end: number } {
  const end = trimBlanksAtEnd(text).length;
  return { start: Math.min(end, text.length - trimBlanksAtStart(text).length), end };
}

/**
 * Writes ASCII text into a buffer, one octet a character.
 *
 * The text must be known to be ASCII: latin1 writing would cut U+560A down to a line feed.
 *
 * @returns The offset behind the last octet written.
 */
export function writeAscii(text: string, target: Buffer, at: number): number {
  return at + target.write(text, at, 'latin1');
}
