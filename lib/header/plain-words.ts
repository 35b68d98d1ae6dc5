/** Text that stands in a field as it is: RFC 5322 §2.2.1. */

/**
 * Whether text is printable ASCII words with single blanks between, which every reader gives back
 * as it was.
 */
export function isPlainWords(text: string): boolean {
  // One pattern with a group that repeats would run out of stack on millions of words.
  const isTrimmed = !text.startsWith(' ') && !text.endsWith(' ');
  return isTrimmed && !text.includes('  ') && /^[ -~]+$/.test(text);
}
