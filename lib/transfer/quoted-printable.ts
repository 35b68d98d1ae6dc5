/** Quoted-printable: RFC 2045 §6.7, with the care for transport of RFC 2049 §3. */

import { CR, DOT, EQUALS, HYPHEN, LF, SPACE, TAB } from '../octets/ascii.ts';
import { asBuffer } from '../octets/view.ts';
import { ENCODED_LINE_OCTETS } from './line-limits.ts';

/** `=XX` */
const ESCAPE_OCTETS = 3;

/** `=` and CRLF. */
const SOFT_BREAK_OCTETS = 3;

const FROM = Buffer.from('From ');
const HEX_DIGITS = Buffer.from('0123456789ABCDEF');

/** By octet: 1 if it stands for itself within a line. */
const IS_LITERAL: Uint8Array = Uint8Array.from({ length: 256 }, (_, octet) => {
  const isPrintable = octet >= SPACE && octet < 0x7f && octet !== EQUALS;
  return isPrintable || octet === TAB ? 1 : 0;
});

/** The most that is written before the room is looked at again: an encoded line and its break. */
const STEP_OCTETS = ENCODED_LINE_OCTETS + SOFT_BREAK_OCTETS;

/** Room to count in; what is written there nobody reads. */
const SCRATCH_OCTETS = 4096;

/** What the octets CR and LF are: line ends where they make a CRLF, or content like any other. */
export interface QuotedPrintableOptions {
  readonly isText: boolean;
}

/** Octets of {@link writeQuotedPrintable}'s output. */
export function quotedPrintableOctets(
  content: Uint8Array,
  { isText }: QuotedPrintableOptions,
): number {
  const layout = new Layout(asBuffer(content), Buffer.allocUnsafe(SCRATCH_OCTETS), 0);
  layout.isCounting = true;
  layout.layOut(isText);
  return layout.counted + layout.at;
}

/**
 * Writes content as quoted-printable into a target that has room for it.
 *
 * Lines hold at most 76 octets; none ends in a blank, starts with a dot or with `From `, and none
 * that follows a soft line break starts with a hyphen, so that no boundary delimiter can arise.
 *
 * Not libqp's encoder: that one leaves dots and `From ` as they are, and cannot tell the size
 * without encoding.
 *
 * @returns The offset behind the last octet written.
 */
export function writeQuotedPrintable(
  content: Uint8Array,
  { isText }: QuotedPrintableOptions,
  target: Uint8Array,
  at: number,
): number {
  const layout = new Layout(asBuffer(content), target, at);
  layout.layOut(isText);
  return layout.at;
}

/**
 * Encodes content as quoted-printable, unless that takes more than so many octets.
 *
 * @returns Octets of its own, or `undefined`, as soon as it is known that they are too many.
 */
export function encodeQuotedPrintable(
  content: Uint8Array,
  { isText }: QuotedPrintableOptions,
  octetsMax: number,
): Buffer | undefined {
  const target = Buffer.allocUnsafeSlow(octetsMax + STEP_OCTETS);
  const layout = new Layout(asBuffer(content), target, 0);
  layout.octetsMax = octetsMax;
  layout.layOut(isText);
  return layout.isTooMuch ? undefined : target.subarray(0, layout.at);
}

/** One walk for counting and for writing, so that the count cannot be wrong. */
class Layout {
  at: number;
  /** Octets that were written over, while counting. */
  counted = 0;
  isCounting = false;
  /** Nobody wants more: the walk stops when it knows that there will be more. */
  octetsMax: number = Number.POSITIVE_INFINITY;
  isTooMuch = false;
  readonly #content: Buffer;
  readonly #target: Uint8Array;

  constructor(content: Buffer, target: Uint8Array, at: number) {
    this.#content = content;
    this.#target = target;
    this.at = at;
  }

  layOut(isText: boolean): void {
    const content = this.#content;
    let lineStart = 0;
    while (isText) {
      const lineEnd = nextCrlf(content, lineStart);
      if (lineEnd === -1) break;
      this.#layOutLine(lineStart, lineEnd);
      this.#writeCrlf(this.at);
      this.at += 2;
      lineStart = lineEnd + 2;
      this.#weigh(lineStart);
      if (this.isTooMuch) return;
    }
    this.#layOutLine(lineStart, content.length);
  }

  /**
   * Lays out one line of content as one or more encoded lines, soft line breaks between them.
   *
   * Its last octet is looked at on its own, as is the first one of each encoded line; between them
   * go runs of octets that stand for themselves.
   */
  #layOutLine(start: number, end: number): void {
    this.#makeRoom();
    if (start === end) return;
    const content = this.#content;
    const target = this.#target;
    const last = end - 1;
    let { at } = this;
    let lineStart = at;
    let isAfterSoftBreak = false;
    let index = start;
    while (index < last) {
      if (at === lineStart) {
        at = this.#put(at, index, widthAtLineStart(content, index, isAfterSoftBreak));
        index += 1;
      }
      const runEnd = Math.min(last, index + ENCODED_LINE_OCTETS - 1 - (at - lineStart));
      let octet = content[index]!;
      while (index < runEnd && IS_LITERAL[octet] === 1) {
        target[at] = octet;
        at += 1;
        index += 1;
        octet = content[index]!;
      }
      const escapeEnd = lineStart + ENCODED_LINE_OCTETS - ESCAPE_OCTETS;
      while (index < last && IS_LITERAL[octet] === 0 && at < escapeEnd) {
        target[at] = EQUALS;
        target[at + 1] = HEX_DIGITS[octet >> 4]!;
        target[at + 2] = HEX_DIGITS[octet & 0x0f]!;
        at += ESCAPE_OCTETS;
        index += 1;
        octet = content[index]!;
      }
      if (index === last) break;
      const isFull = IS_LITERAL[octet] === 0 || at - lineStart === ENCODED_LINE_OCTETS - 1;
      if (!isFull) continue;
      at = this.#softBreak(at);
      this.#weigh(index);
      if (this.isTooMuch) return;
      lineStart = at;
      isAfterSoftBreak = true;
    }
    const endWidth = widthAtLineEnd(content, last);
    if (at - lineStart + endWidth > ENCODED_LINE_OCTETS) {
      at = this.#softBreak(at);
      lineStart = at;
      isAfterSoftBreak = true;
    }
    const startWidth = at === lineStart ? widthAtLineStart(content, last, isAfterSoftBreak) : 1;
    this.at = this.#put(at, last, Math.max(endWidth, startWidth));
    this.#weigh(end);
  }

  /** What is left takes its own length at least. */
  #weigh(index: number): void {
    if (this.at + this.#content.length - index > this.octetsMax) this.isTooMuch = true;
  }

  /** Writes one octet of the content, as itself or escaped; returns where the next one goes. */
  #put(at: number, index: number, width: number): number {
    const target = this.#target;
    const octet = this.#content[index]!;
    if (width === 1) {
      target[at] = octet;
      return at + 1;
    }
    target[at] = EQUALS;
    target[at + 1] = HEX_DIGITS[octet >> 4]!;
    target[at + 2] = HEX_DIGITS[octet & 0x0f]!;
    return at + ESCAPE_OCTETS;
  }

  #softBreak(at: number): number {
    this.#target[at] = EQUALS;
    this.#writeCrlf(at + 1);
    this.at = at + SOFT_BREAK_OCTETS;
    this.#makeRoom();
    return this.at;
  }

  #writeCrlf(at: number): void {
    this.#target[at] = CR;
    this.#target[at + 1] = LF;
  }

  /** While counting, the same room serves again. */
  #makeRoom(): void {
    if (!this.isCounting || this.at < SCRATCH_OCTETS - 2 * STEP_OCTETS) return;
    this.counted += this.at;
    this.at = 0;
  }
}

function nextCrlf(content: Buffer, from: number): number {
  let lf = content.indexOf(LF, from);
  while (lf !== -1 && (lf === from || content[lf - 1] !== CR)) lf = content.indexOf(LF, lf + 1);
  return lf === -1 ? -1 : lf - 1;
}

/** A blank at the end of a line would be lost, so it is escaped. */
function widthAtLineEnd(content: Buffer, index: number): number {
  const octet = content[index]!;
  if (octet === SPACE || octet === TAB) return ESCAPE_OCTETS;
  return IS_LITERAL[octet] === 1 ? 1 : ESCAPE_OCTETS;
}

/** A dot, a `From ` or, after a soft break, a hyphen that starts an encoded line is escaped. */
function widthAtLineStart(content: Buffer, index: number, isAfterSoftBreak: boolean): number {
  const octet = content[index]!;
  if (IS_LITERAL[octet] === 0 || octet === DOT) return ESCAPE_OCTETS;
  if (octet === HYPHEN && isAfterSoftBreak) return ESCAPE_OCTETS;
  const isFromLine = octet === FROM[0] && content.subarray(index, index + FROM.length).equals(FROM);
  return isFromLine ? ESCAPE_OCTETS : 1;
}
