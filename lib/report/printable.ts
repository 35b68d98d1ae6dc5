/** Text of messages made fit to be shown: control and format characters as escapes. */

/**
 * What moves the cursor, colours the terminal, or turns the direction of text; the joiners of emoji
 * and of scripts that need them are none of these.
 */
const UNPRINTABLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** One line of text with every such character as `\uXXXX`, as JSON has it. */
export function printable(line: string): string {
  return line.replace(UNPRINTABLE, (character) => {
    const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
  });
}
