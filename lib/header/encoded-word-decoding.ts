/** What a text with encoded-words says: RFC 2047 §6, with the languages of RFC 2231 §5. */

import { encodedWordFrames } from './encoded-word-frame.ts';
import { decodePayload } from './encoded-word-payload.ts';
import { decodeTogether, isBlankBetween, type WordOctets, wordRuns } from './encoded-word-run.ts';

/**
 * Replaces the encoded-words of a text by what they mean.
 *
 * Blanks between two words vanish; adjacent words of one charset are joined before they are
 * decoded, since some senders split characters. A word with a broken payload or an unknown charset
 * stays as it is. Total, in linear time.
 *
 * QUIRK: words that touch other text are decoded too (RFC 2047 §5 forbids to write them): so do
 * postal-mime, mailparser and Python's email.
 *
 * @param text An unfolded field body, or a display name or file name out of one.
 */
export function decodeEncodedWords(text: string): string {
  if (!text.includes('=?')) return text;
  const pieces: string[] = [];
  let end = 0;
  let wasDecoded = false;
  for (const run of wordRuns(text, words(text))) {
    const [first = { start: end }] = run;
    const last = run.at(-1) ?? { end };
    const decoded = decodeTogether(run);
    const isDropped = wasDecoded && decoded !== undefined && isBlankBetween(text, end, first.start);
    if (!isDropped) pieces.push(text.slice(end, first.start));
    pieces.push(decoded?.text ?? text.slice(first.start, last.end));
    wasDecoded = decoded !== undefined;
    end = last.end;
  }
  pieces.push(text.slice(end));
  return pieces.join('');
}

function* words(text: string): Generator<WordOctets, void, undefined> {
  for (const frame of encodedWordFrames(text)) {
    if (frame.kind === 'broken') continue;
    const { start, end, encoding, payload } = frame;
    const { octets } = decodePayload(encoding, payload);
    if (octets !== undefined) yield { start, end, charset: frame.charset.toLowerCase(), octets };
  }
}
