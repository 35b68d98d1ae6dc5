/** Text to octets and back in the charsets of mail, strictly: RFC 2046 §4.1.2, RFC 2978. */

import { isAscii } from 'node:buffer';
import { createRequire } from 'node:module';
import { MimewrightError, quoted } from '../errors.ts';
import { asBuffer } from '../octets/view.ts';
import { canonicalText } from './canonical-text.ts';
import { type Charset, charsets } from './charset-table.ts';
import { SHIFTS, toIso2022Jp } from './iso-2022-jp.ts';
import { utf8Text } from './utf8-decoding.ts';
import { codePointName, encodeUtf8, encodeUtf8Lines, illFormed } from './utf8-encoding.ts';

/** Text as a charset gives it. */
export interface DecodedText {
  /** Well-formed; U+FFFD stands for octets that are nothing in the charset. */
  readonly text: string;
  /** True when every octet had a meaning. */
  readonly isExact: boolean;
}

type Iconv = Pick<typeof import('iconv-lite'), 'decode' | 'encode'>;

const REPLACEMENT = '\uFFFD';

const byLabel: ReadonlyMap<string, Charset> = new Map(
  charsets.flatMap((charset) =>
    [charset.name, ...charset.aliases].map((label) => [label, charset]),
  ),
);

/**
 * The preferred MIME name of a charset, in lower case.
 *
 * @param label Any label in use for it, in any case; no blanks around it.
 * @returns `undefined` when the label is not in the table.
 */
export function canonicalCharset(label: string): string | undefined {
  return charsetOf(label)?.name;
}

/**
 * The octets of a text in a charset: nothing is replaced, dropped or added.
 *
 * What comes back decodes to the text, also where readers know only the bare national standard
 * that the label names (`gb2312`, `euc-kr`, `shift_jis`, `big5`).
 *
 * @param charset A label that {@link canonicalCharset} knows.
 * @throws {MimewrightError} `charset-unknown` when there is no such charset to write in;
 *   `ill-formed-text` when a surrogate stands alone; `charset-unencodable` when the charset lacks
 *   a character.
 */
export function encodeText(text: string, charset: string): Uint8Array {
  const target = charsetOf(charset);
  if (target === undefined || target.isReadOnly) throw notWritable(charset, target);
  if (target.name === 'utf-8') return encodeUtf8(text);
  if (!text.isWellFormed()) throw illFormed(text);
  if (target.name === 'iso-2022-jp') return encodeIso2022Jp(text, target);
  return target.codec === 'node' ? encodeByNode(text, target) : encodeByIconv(text, target);
}

/**
 * The octets of a text in a charset, each CRLF, CR and LF a CRLF first.
 *
 * @throws {MimewrightError} As {@link encodeText} does, with the place in the text as it was given.
 */
export function encodeLines(text: string, charset: string): Uint8Array {
  if (charsetOf(charset)?.name === 'utf-8') return encodeUtf8Lines(text);
  try {
    return encodeText(canonicalText(text), charset);
  } catch (error) {
    encodeText(text, charset);
    throw error;
  }
}

/**
 * The text that octets hold in a charset, with what is nothing in it replaced; a U+FEFF in front
 * is kept, save the byte order mark of `utf-16` and `utf-32`.
 *
 * @param charset Any label; never throws.
 * @returns `undefined` when the charset is not in the table.
 */
export function decodeText(octets: Uint8Array, charset: string): DecodedText | undefined {
  const source = charsetOf(charset);
  if (source === undefined) return undefined;
  const buffer = asBuffer(octets);
  if (source.name === 'utf-16' || source.name === 'utf-32')
    return decodeMarked(buffer, source.name);
  if (source.name.startsWith('utf-16')) return decodeUtf16(buffer, source.name);
  if (source.codec === 'node') return decodeByNode(buffer, source.name);
  if (source.codec === 'text-decoder') return decodeByTextDecoder(buffer, source.codecName);
  return decodeByIconv(buffer, source);
}

function charsetOf(label: string): Charset | undefined {
  return byLabel.get(label.toLowerCase());
}

let loadedIconv: Iconv | undefined;

/** Loaded when first needed: most mail is UTF-8, and loading costs as much as many messages. */
function iconv(): Iconv {
  loadedIconv ??= requireIconv();
  return loadedIconv;
}

function requireIconv(): Iconv {
  return createRequire(import.meta.url)('iconv-lite');
}

function encodeByNode(text: string, target: Charset): Uint8Array {
  const faultAt = text.search(target.name === 'us-ascii' ? /[^\x00-\x7F]/ : /[^\x00-\xFF]/);
  if (faultAt >= 0) throw unencodable(text, faultAt, target);
  return Buffer.from(text, 'latin1');
}

/** Nothing at hand writes it, but EUC-JP has the same characters at the same places. */
function encodeIso2022Jp(text: string, target: Charset): Uint8Array {
  const shiftAt = text.search(SHIFTS);
  if (shiftAt >= 0) throw unencodable(text, shiftAt, target);
  const octets = toIso2022Jp(encodeByIconv(text, { ...target, codecName: 'euc-jp' }));
  const back = decodeByTextDecoder(asBuffer(octets), target.codecName).text;
  if (back !== text) throw unencodable(text, firstDifference(text, back), target);
  return octets;
}

function encodeByIconv(text: string, target: Charset): Uint8Array {
  const octets = iconv().encode(text, target.codecName, { addBOM: false });
  const faults = [
    differenceAt(text, octets, target),
    replacementAt(text, target),
    vendorAt(text, target),
  ];
  const faultAt = Math.min(...faults.filter((at) => at >= 0));
  if (Number.isFinite(faultAt)) throw unencodable(text, faultAt, target);
  return octets;
}

function readByIconv(octets: Buffer, { codecName }: Charset): string {
  return iconv().decode(octets, codecName, { stripBOM: false });
}

/** Where the octets no longer decode to the text: iconv-lite writes `?`, or a look-alike. */
function differenceAt(text: string, octets: Buffer, target: Charset): number {
  const back = readByIconv(octets, target);
  return back === text ? -1 : firstDifference(text, back);
}

function firstDifference(text: string, other: string): number {
  let at = 0;
  while (text[at] === other[at]) at += 1;
  return at;
}

/** U+FFFD, which iconv-lite writes as an octet without meaning, and reads back as itself. */
function replacementAt(text: string, target: Charset): number {
  return hasEveryCharacter(target) ? -1 : text.indexOf(REPLACEMENT);
}

/** A character whose octets only some readers of the charset know. */
function vendorAt(text: string, { codecName, common }: Charset): number {
  if (common === undefined) return -1;
  for (const character of new Set(text)) {
    if (character <= '\x7F') continue;
    if (!common.test(iconv().encode(character, codecName).toString('latin1'))) {
      return text.indexOf(character);
    }
  }
  return -1;
}

function decodeByNode(buffer: Buffer, name: string): DecodedText {
  if (name === 'utf-8') {
    const text = utf8Text(buffer);
    return { text: text ?? buffer.toString('utf8'), isExact: text !== undefined };
  }
  const text = buffer.toString('latin1');
  if (name === 'iso-8859-1' || isAscii(buffer)) return { text, isExact: true };
  return { text: text.replace(/[^\x00-\x7F]/g, REPLACEMENT), isExact: false };
}

/** A lone surrogate is U+FFFD, and so is an octet left over at the end. */
function decodeUtf16(buffer: Buffer, name: string): DecodedText {
  const whole = buffer.subarray(0, buffer.length & ~1);
  const units = name === 'utf-16be' ? Buffer.from(whole).swap16() : whole;
  const text = units.toString('utf16le');
  const isWhole = whole.length === buffer.length;
  return {
    text: text.toWellFormed() + (isWhole ? '' : REPLACEMENT),
    isExact: isWhole && text.isWellFormed(),
  };
}

/** The platform's decoders cost more to make than to use. */
const textDecoders: Map<string, InstanceType<typeof TextDecoder>> = new Map();

function decodeByTextDecoder(buffer: Buffer, name: string): DecodedText {
  const decoder = textDecoders.get(name) ?? new TextDecoder(name, { ignoreBOM: true });
  textDecoders.set(name, decoder);
  const text = decoder.decode(buffer);
  return { text, isExact: !text.includes(REPLACEMENT) };
}

function decodeByIconv(buffer: Buffer, source: Charset): DecodedText {
  const text = readByIconv(buffer, source);
  if (!hasEveryCharacter(source)) return { text, isExact: !text.includes(REPLACEMENT) };
  // U+FFFD may be meant here, and iconv-lite takes unassigned GB 18030 for other characters.
  const isExact =
    text.isWellFormed() && buffer.equals(iconv().encode(text, source.codecName, { addBOM: false }));
  return { text: text.toWellFormed(), isExact };
}

/** @see RFC 2781 §3.3, §4.3: without a mark, big-endian. */
function decodeMarked(buffer: Buffer, name: 'utf-16' | 'utf-32'): DecodedText | undefined {
  const mark = buffer.subarray(0, name === 'utf-16' ? 2 : 4).toString('hex');
  const isLittle = mark === 'fffe' || mark === 'fffe0000';
  const isMarked = isLittle || mark === 'feff' || mark === '0000feff';
  return decodeText(
    buffer.subarray(isMarked ? mark.length / 2 : 0),
    name + (isLittle ? 'le' : 'be'),
  );
}

function hasEveryCharacter({ name }: Charset): boolean {
  return name === 'gb18030' || name.startsWith('utf-');
}

function notWritable(label: string, known: Charset | undefined): MimewrightError {
  const names = charsets.filter(({ isReadOnly }) => !isReadOnly).map(({ name }) => name);
  const reason =
    known === undefined ? 'not a charset' : 'a charset that can be read but not written';
  return new MimewrightError(
    'charset-unknown',
    `${reason}: ${quoted(label)}; allowed are ${names.join(', ')}`,
  );
}

function unencodable(text: string, at: number, { name }: Charset): MimewrightError {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return new MimewrightError(
    'charset-unencodable',
    `${name} lacks ${codePointName(text, at)} ${quoted(character)} at index ${at}; utf-8 has every character`,
  );
}
