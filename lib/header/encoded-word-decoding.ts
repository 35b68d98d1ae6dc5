/** Reading encoded-words: RFC 2047 §6, with the languages of RFC 2231 §5. */

import { decodeText } from '../transfer/charset.ts';

const ENCODED_WORD = /=\?([^?\s]+)\?([BbQq])\?([^?\s]*)\?=/g;
const BLANKS_ONLY = /^[ \t\r\n]*$/;
const B_TEXT = /^[A-Za-z0-9+/]*={0,2}$/;
const NO_Q_TEXT = /[^!-~]|=(?![0-9A-Fa-f]{2})/;
const Q_ESCAPE = /_|=([0-9A-Fa-f]{2})/g;

/** Adjacent words of one charset, whose octets are decoded together. */
interface WordRun {
  readonly charset: string;
  readonly octets: Buffer[];
  readonly start: number;
  end: number;
}

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
  for (const run of wordRuns(text)) {
    const decoded = decodeText(Buffer.concat(run.octets), run.charset);
    const between = text.slice(end, run.start);
    const isDropped = wasDecoded && decoded !== undefined && BLANKS_ONLY.test(between);
    if (!isDropped) pieces.push(between);
    pieces.push(decoded?.text ?? text.slice(run.start, run.end));
    wasDecoded = decoded !== undefined;
    end = run.end;
  }
  pieces.push(text.slice(end));
  return pieces.join('');
}

function wordRuns(text: string): readonly WordRun[] {
  const runs: WordRun[] = [];
  let last: WordRun | undefined;
  for (const match of text.matchAll(ENCODED_WORD)) {
    const [word, label = '', encoding = '', payload = ''] = match;
    const octets = encoding.toUpperCase() === 'B' ? decodeB(payload) : decodeQ(payload);
    if (octets === undefined) continue;
    const charset = (label.split('*', 1)[0] ?? '').toLowerCase();
    if (last?.charset === charset && BLANKS_ONLY.test(text.slice(last.end, match.index))) {
      last.octets.push(octets);
      last.end = match.index + word.length;
    } else {
      last = { charset, octets: [octets], start: match.index, end: match.index + word.length };
      runs.push(last);
    }
  }
  return runs;
}

/** Forgives missing padding, as readers do; nothing else. */
function decodeB(payload: string): Buffer | undefined {
  if (!B_TEXT.test(payload)) return undefined;
  const characters = payload.replace(/=+$/, '').length;
  return characters % 4 === 1 ? undefined : Buffer.from(payload, 'base64');
}

function decodeQ(payload: string): Buffer | undefined {
  if (NO_Q_TEXT.test(payload)) return undefined;
  const text = payload.replace(Q_ESCAPE, (_, hex?: string) =>
    hex === undefined ? ' ' : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(text, 'latin1');
}
