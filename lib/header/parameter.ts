/** Parameters of media types and dispositions as field bodies: RFC 2045 §5.1, RFC 2231. */

import type { Parameter } from '../model/media-type.ts';
import { FIELD_LINE_OCTETS } from '../transfer/line-limits.ts';
import { quotedString } from './phrase.ts';
import { isPlainWords } from './plain-words.ts';

/** A token without `*`, `'` and `%`, in which readers of RFC 2231 see delimiters. */
const BARE = /^[!#$&+\-.0-9A-Z^_`a-z{|}~]+$/;

/** RFC 2231 §7 attribute-char: these stand for themselves in an extended value. */
const ATTRIBUTE_CHARACTER = /^[!#$&+\-.0-9A-Z^_`a-z{|}~]$/;

/** A blank before, a semicolon behind. */
const LINE_VALUE_OCTETS_MAX = FIELD_LINE_OCTETS - 2;

/**
 * Formats parameters, each in one form only: a token, a quoted string, or by RFC 2231 in UTF-8 with
 * continuations where a line would be too long.
 *
 * @returns Pieces for `foldField`, a `;` behind each but the last. Empty for no parameters.
 */
export function formatParameters(parameters: readonly Parameter[]): string[] {
  const pieces: string[] = [];
  for (const parameter of parameters) {
    for (const text of formatParameter(parameter)) pieces.push(` ${text};`);
  }
  const last = pieces.pop();
  if (last !== undefined) pieces.push(last.slice(0, -1));
  return pieces;
}

function formatParameter({ name, value }: Parameter): string[] {
  if (BARE.test(value) && name.length + 1 + value.length <= LINE_VALUE_OCTETS_MAX) {
    return [`${name}=${value}`];
  }
  const plain = `${name}=${quotedString(value)}`;
  // Some readers decode look-alikes of encoded-words and percent escapes even in a quoted value.
  const isSafe = value === '' || (isPlainWords(value) && !value.includes('=?'));
  if (isSafe && plain.length <= LINE_VALUE_OCTETS_MAX) return [plain];
  return formatExtended(name, value);
}

/** One `name*=…`, or `name*0*=…` to `name*n*=…`; an escape is never cut: RFC 2231 §3, §4. */
function formatExtended(name: string, value: string): string[] {
  const characters = extendedCharacters(value);
  const whole = `${name}*=utf-8''${characters.join('')}`;
  if (whole.length <= LINE_VALUE_OCTETS_MAX) return [whole];
  const segments: string[] = [];
  let segment = `${name}*0*=utf-8''`;
  for (const character of characters) {
    if (segment.length + character.length > LINE_VALUE_OCTETS_MAX) {
      segments.push(segment);
      segment = `${name}*${segments.length}*=`;
    }
    segment += character;
  }
  segments.push(segment);
  return segments;
}

/** Each code point as it is written, its escapes together, so that a segment holds whole ones. */
function extendedCharacters(value: string): string[] {
  return Array.from(value, (character) => {
    if (ATTRIBUTE_CHARACTER.test(character)) return character;
    // It leaves some ASCII as it is that is no attribute-char.
    return character < '\x80' ? percentEscape(character) : encodeURIComponent(character);
  });
}

function percentEscape(ascii: string): string {
  return `%${ascii.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
