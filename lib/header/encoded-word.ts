/** Text as encoded-words: RFC 2047. */

/** A word with its delimiters: RFC 2047 §2. */
const WORD_CHARACTERS_MAX = 75;

const Q_START = '=?utf-8?Q?';
const B_START = '=?utf-8?B?';
const END = '?=';
const PAYLOAD_CHARACTERS_MAX = WORD_CHARACTERS_MAX - Q_START.length - END.length;

/** What Q leaves as it is. The set for phrases is safe wherever a word may stand: RFC 2047 §5(3). */
const Q_LITERAL = /^[A-Za-z0-9!*+/-]$/;
const Q_ESCAPES: readonly string[] = Array.from({ length: 256 }, (_, octet) => {
  const character = String.fromCharCode(octet);
  if (Q_LITERAL.test(character)) return character;
  return character === ' ' ? '_' : `=${octet.toString(16).toUpperCase().padStart(2, '0')}`;
});

/** By ASCII character, what it takes in Q. */
const Q_WIDTHS: readonly number[] = Q_ESCAPES.slice(0, 0x80).map((written) => written.length);

/** What one UTF-16 code unit takes at most: three escapes in Q. */
const CHARACTERS_PER_UNIT_MAX = 9;

/** Characters that never join each other: letters without marks, punctuation, symbols, emoji, CJK. */
const LONER =
  '\\u0000-\\u02ff\\u0370-\\u0482\\u048a-\\u052f\\u2010-\\u2027\\u2030-\\u205e' +
  '\\u20a0-\\u20bf\\u2190-\\u2bff\\u{1f300}-\\u{1f3fa}\\u{1f400}-\\u{1faff}' +
  '\\u3000-\\u3029\\u3031-\\u3098\\u309b-\\u312f\\u3400-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff9d';

/** One of those, or a stretch of others with those on either side that they may join. */
const STRETCH = new RegExp(
  `[${LONER}]?[^${LONER}]+(?:[${LONER}][^${LONER}]+)*[${LONER}]?|[${LONER}]`,
  'gu',
);
/** What may be part of a grapheme cluster of several characters. */
const JOINER = new RegExp(`[^${LONER}]`, 'u');

let loadedGraphemes: Intl.Segmenter | undefined;

/** Made when first needed: its tables take longer to load than many messages to build. */
function graphemes(): Intl.Segmenter {
  loadedGraphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return loadedGraphemes;
}

/**
 * Splits text into encoded-words: charset UTF-8, encoding Q or B, whichever is shorter in all.
 *
 * A word holds whole characters, and whole grapheme clusters where 75 characters allow it, so each
 * one decodes and shows on its own.
 *
 * @param text Well-formed, of any length but 0.
 * @param firstCharacters Characters that the first word may take; 75 at most.
 * @param mayMove The first word may go to a line of its own, so a cluster that only fits there is
 *   left whole; the word may then be longer than `firstCharacters`.
 * @returns Words of at most 75 characters, in order, not yet folded.
 * @see RFC 2047 §2 (75 characters), §5 (whole characters)
 */
export function encodedWords(
  text: string,
  firstCharacters: number = WORD_CHARACTERS_MAX,
  mayMove = false,
): string[] {
  const clusters = JOINER.test(text) ? clustersOf(text) : undefined;
  const format = formatFor(text, clusters);
  const words: string[] = [];
  let room = Math.min(firstCharacters, WORD_CHARACTERS_MAX) - format.start.length - END.length;
  let chunkStart = 0;
  let at = 0;
  let octets = 0;
  const clusterRoom = mayMove ? PAYLOAD_CHARACTERS_MAX : room;
  for (const unit of clusters === undefined ? text : units(clusters, format, clusterRoom)) {
    const unitOctets = format.octets(unit);
    if (octets > 0 && format.characters(octets + unitOctets) > room) {
      words.push(format.word(text.slice(chunkStart, at)));
      chunkStart = at;
      octets = 0;
      room = PAYLOAD_CHARACTERS_MAX;
    }
    at += unit.length;
    octets += unitOctets;
  }
  words.push(format.word(text.slice(chunkStart)));
  return words;
}

/** One of the two encodings: how much a payload takes, and how it is written. */
interface WordFormat {
  readonly start: string;
  /** What a unit of text adds, in characters for Q, in octets for B. */
  octets(unit: string): number;
  /** Characters of a payload of so much. */
  characters(octets: number): number;
  word(text: string): string;
}

const Q_FORMAT: WordFormat = {
  start: Q_START,
  octets: qCharacters,
  characters: (octets) => octets,
  word: (text) => Q_START + qPayload(text) + END,
};

const B_FORMAT: WordFormat = {
  start: B_START,
  octets: utf8Octets,
  characters: (octets) => Math.ceil(octets / 3) * 4,
  word: (text) => B_START + Buffer.from(text).toString('base64') + END,
};

/** The shorter one; B also where Q would have to split a cluster that fits into a word of B. */
function formatFor(text: string, clusters: readonly string[] | undefined): WordFormat {
  const isQShorter = qCharacters(text) <= B_FORMAT.characters(utf8Octets(text));
  const fitsQ = clusters?.every((cluster) => fits(cluster, Q_FORMAT, PAYLOAD_CHARACTERS_MAX));
  return isQShorter && fitsQ !== false ? Q_FORMAT : B_FORMAT;
}

/** Grapheme clusters. Segmenting costs about a microsecond a character: it is for stretches only. */
function clustersOf(text: string): readonly string[] {
  const stretches = text.match(STRETCH) ?? [];
  return stretches.flatMap((stretch) =>
    stretch.length === 1
      ? stretch
      : Array.from(graphemes().segment(stretch), ({ segment }) => segment),
  );
}

/** Grapheme clusters; the code points of those that no word could hold, or the first word not. */
function* units(
  clusters: readonly string[],
  format: WordFormat,
  firstRoom: number,
): Generator<string, void, undefined> {
  let room = firstRoom;
  for (const cluster of clusters) {
    if (fits(cluster, format, room)) yield cluster;
    else yield* cluster;
    room = PAYLOAD_CHARACTERS_MAX;
  }
}

function fits(text: string, format: WordFormat, room: number): boolean {
  if (text.length * CHARACTERS_PER_UNIT_MAX <= room) return true;
  return format.characters(format.octets(text)) <= room;
}

/** Counts without making octets: every octet outside ASCII is escaped, three characters each. */
function qCharacters(text: string): number {
  let characters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    characters += unit < 0x80 ? (Q_WIDTHS[unit] ?? 0) : octetsOf(unit) * 3;
  }
  return characters;
}

function utf8Octets(text: string): number {
  let octets = 0;
  for (let at = 0; at < text.length; at += 1) octets += octetsOf(text.charCodeAt(at));
  return octets;
}

/** Half a surrogate pair stands for two of its four octets. */
function octetsOf(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
}

function qPayload(text: string): string {
  let payload = '';
  for (const octet of Buffer.from(text)) payload += Q_ESCAPES[octet] ?? '';
  return payload;
}
