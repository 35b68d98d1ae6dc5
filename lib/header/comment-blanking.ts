/** Field bodies whose comments say nothing: RFC 5322 §3.2.2. */

import type { ParameterScanner } from './parameter-scanner.ts';

/**
 * Takes the rest of the text; returns the whole text with a blank for each character of the
 * comments there, so that places stay what they are.
 */
export function blankComments(scanner: ParameterScanner): string {
  const { text } = scanner;
  let blanked = text.slice(0, scanner.at);
  while (!scanner.isAtEnd) {
    const start = scanner.at;
    const paren = text.indexOf('(', start);
    scanner.at = paren === -1 ? text.length : paren;
    blanked += text.slice(start, scanner.at);
    const comment = scanner.at;
    scanner.skipCfws();
    blanked += ' '.repeat(scanner.at - comment);
  }
  return blanked;
}
