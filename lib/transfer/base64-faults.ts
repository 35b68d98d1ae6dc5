/** What is wrong with a base64 body: RFC 2045 §6.8, RFC 4648 §3. */

import { CR, HYPHEN } from '../octets/ascii.ts';
import { afterLineEnd, type CrlfLines, endOfLine } from '../octets/line-scan.ts';
import type { Span } from '../octets/span.ts';
import { asBuffer } from '../octets/view.ts';
import { ENCODED_LINE_OCTETS } from './line-limits.ts';
import { endOfRun, type OctetKinds, octetKinds } from './octet-run.ts';
import { type TransferDefect, TransferDefects } from './transfer-defect.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const UNDERSCORE = 0x5f;

const FOREIGN = 0;
const DATA = 1;
const URL_DATA = 2;
const PADDING = 3;
const BLANK = 4;
const LINE_END = 5;

const KINDS: OctetKinds = octetKinds(FOREIGN, [
  [DATA, ALPHABET],
  [URL_DATA, '-_'],
  [PADDING, '='],
  [BLANK, ' \t'],
  [LINE_END, '\r\n'],
]);

/** Lines looked at together: few enough to stay in the cache. */
const BLOCK_LINES = 512;

const scratch: Buffer = Buffer.alloc(BLOCK_LINES * ENCODED_LINE_OCTETS);

/** What one walk over a base64 body tells. */
export interface Base64Survey {
  /** In order of start. */
  readonly defects: readonly TransferDefect[];
  /** The octets that it decodes to; undefined where that depends on what a decoder forgives. */
  readonly octets: number | undefined;
  /** Lines of data alone that end in CRLF, in order. */
  readonly crlfLines: readonly CrlfLines[];
}

/** The faults of a base64 body, in order of start. */
export function base64Faults(body: Uint8Array): readonly TransferDefect[] {
  return surveyBase64(body).defects;
}

/**
 * Looks through a base64 body.
 *
 * Blocks of lines of one length go through the native decoder, which yields less than it should
 * where an octet is not of the alphabet; only those blocks, and lines that differ from their
 * neighbours, are looked at octet by octet.
 */
export function surveyBase64(body: Uint8Array): Base64Survey {
  const buffer = asBuffer(body);
  const walk = new Base64Walk(buffer);
  let at = 0;
  while (at < buffer.length) {
    const block = evenLines(buffer, at);
    if (block !== undefined && isAllData(buffer, block)) {
      walk.passOver(block);
      at = block.end;
      continue;
    }
    const end = block?.end ?? at + 1;
    while (at < end) at = walk.checkLine(at);
  }
  return walk.finish();
}

/** Lines of one length, each with its line end, which is CRLF or another. */
interface EvenLines extends CrlfLines {
  readonly characters: number;
  /** Behind the last character, before the last line end. */
  readonly lastLineEnd: number;
}

/** The lines at `start`, while each is as long, and ends as, the first. */
function evenLines(body: Buffer, start: number): EvenLines | undefined {
  const limit = Math.min(start + ENCODED_LINE_OCTETS + 1, body.length);
  const firstEnd = endOfLine(body, start, limit);
  const characters = firstEnd - start;
  if (firstEnd === limit || characters === 0) return undefined;
  const stride = afterLineEnd(body, firstEnd, body.length) - start;
  let end = start + stride;
  let lines = 1;
  while (
    lines < BLOCK_LINES &&
    body[end + characters] === body[firstEnd] &&
    afterLineEnd(body, end + characters, body.length) === end + stride
  ) {
    end += stride;
    lines += 1;
  }
  return {
    start,
    end,
    lines,
    characters: lines * characters,
    lastLineEnd: end - stride + characters,
  };
}

/** True when nothing but characters of the alphabet and the line ends stands in the lines. */
function isAllData(body: Buffer, { start, end, characters }: EvenLines): boolean {
  // Never equal but for whole quanta; of those, one foreign octet makes them fewer.
  const octets = scratch.write(body.toString('latin1', start, end), 'base64');
  if (octets !== (characters * 3) / 4) return false;
  const lines = body.subarray(start, end);
  return !lines.includes(HYPHEN) && !lines.includes(UNDERSCORE);
}

/** A walk over the lines of a body: what was seen so far decides about padding and empty lines. */
class Base64Walk {
  readonly #body: Buffer;
  readonly #defects = new TransferDefects();
  readonly #crlfLines: CrlfLines[] = [];
  #characters = 0;
  #lastCharacterEnd = 0;
  #padding: (Span & { readonly characters: number }) | undefined;
  #hasInnerPadding = false;
  #emptyLines: Span | undefined;

  constructor(body: Buffer) {
    this.#body = body;
  }

  passOver({ start, end, lines, characters, lastLineEnd }: EvenLines): void {
    this.#noteEmptyLines();
    this.#addCharacters(characters, lastLineEnd);
    const isCrlf = end - lastLineEnd === 2 && this.#body[lastLineEnd] === CR;
    if (isCrlf) this.#crlfLines.push({ start, end, lines });
  }

  /** Checks the line that starts at `start`; returns the offset behind its line end. */
  checkLine(start: number): number {
    const body = this.#body;
    let at = start;
    while (at < body.length) {
      const kind = KINDS[body[at]!]!;
      if (kind === LINE_END) break;
      if (at === start) this.#noteEmptyLines();
      const end = endOfRun(body, KINDS, at);
      this.#take(kind, { start: at, end });
      at = end;
    }
    const next = afterLineEnd(body, at, body.length);
    if (at === start) this.#emptyLines = { start: this.#emptyLines?.start ?? start, end: next };
    if (at - start > ENCODED_LINE_OCTETS)
      this.#defects.note('base64-line-length', { start, end: at }, `${at - start} octets`);
    return next;
  }

  finish(): Base64Survey {
    if (!this.#hasInnerPadding) this.#checkEnd();
    const defects = this.#defects.inOrder();
    const octets = defects.length === 0 ? Math.floor((this.#characters * 3) / 4) : undefined;
    return { defects, octets, crlfLines: this.#crlfLines };
  }

  #take(kind: number, run: Span): void {
    if (kind === PADDING) this.#addPadding(run);
    if (kind === BLANK) this.#defects.note('base64-alphabet', run, 'a blank');
    if (kind === FOREIGN) this.#defects.note('base64-alphabet', run);
    if (kind === URL_DATA) this.#defects.note('base64-url-alphabet', run);
    if (kind === DATA || kind === URL_DATA) this.#addCharacters(run.end - run.start, run.end);
  }

  #addCharacters(characters: number, end: number): void {
    if (this.#padding !== undefined) {
      this.#defects.note('base64-padding', this.#padding, 'data behind the padding');
      this.#padding = undefined;
      this.#hasInnerPadding = true;
    }
    this.#characters += characters;
    this.#lastCharacterEnd = end;
  }

  /** Padding may go on in the next line. */
  #addPadding({ start, end }: Span): void {
    const before = this.#padding;
    const characters = (before?.characters ?? 0) + end - start;
    this.#padding = { start: before?.start ?? start, end, characters };
  }

  /** Empty lines at the very end are none of the encoded text. */
  #noteEmptyLines(): void {
    if (this.#emptyLines === undefined) return;
    this.#defects.note('base64-blank-line', this.#emptyLines);
    this.#emptyLines = undefined;
  }

  /** Checks the last quantum, which two or three characters fill up with padding. */
  #checkEnd(): void {
    const { start, end, characters } = this.#padding ?? {
      start: this.#lastCharacterEnd,
      end: this.#lastCharacterEnd,
      characters: 0,
    };
    const last = { start: this.#lastCharacterEnd - 1, end: this.#lastCharacterEnd };
    const over = this.#characters % 4;
    if (over === 1) {
      this.#defects.note('base64-padding', { start: last.start, end }, 'a character alone');
      return;
    }
    const due = over === 0 ? 0 : 4 - over;
    if (characters < due) this.#defects.note('base64-padding', { start: end, end }, 'missing');
    if (characters > due)
      this.#defects.note('base64-padding', { start: start + due, end }, 'too much');
    if ((bitsOf(this.#body[last.start]!) & UNUSED_BITS[over]!) !== 0)
      this.#defects.note('base64-noncanonical', last);
  }
}

/** By the characters of the last quantum: the bits of its last one that hold nothing. */
const UNUSED_BITS: readonly number[] = [0, 0, 0b1111, 0b11];

function bitsOf(character: number): number {
  if (character === HYPHEN) return ALPHABET.indexOf('+');
  if (character === UNDERSCORE) return ALPHABET.indexOf('/');
  return ALPHABET.indexOf(String.fromCharCode(character));
}
