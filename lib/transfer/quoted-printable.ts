/** Quoted-printable: RFC 2045 §6.7, with the care for transport of RFC 2049 §3. */

import { CR, DOT, EQUALS, HYPHEN, LF, SPACE, TAB } from '../octets/ascii.ts';
import { ESCAPE_OCTETS } from './escape-density.ts';
import { ENCODED_LINE_OCTETS } from './line-limits.ts';
import { countBefore, notLiteral, viewOf } from './literal-octets.ts';

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
  const layout = new Layout(content, isText, Buffer.allocUnsafe(SCRATCH_OCTETS), 0);
  layout.isCounting = true;
  layout.layOut();
  return layout.counted + layout.at;
}

/**
 * Writes content as quoted-printable into a target that has room for it.
 *
 * Lines hold at most 76 octets; none ends in a blank, starts with a dot or with `From `, and none
 * that follows a soft line break starts with a hyphen, so that no boundary delimiter can arise.
 *
 * Not libqp's encoder: that one leaves dots and `From ` as they are, cannot tell the size without
 * encoding, and takes four times as long for a newsletter.
 *
 * @returns The offset behind the last octet written.
 */
export function writeQuotedPrintable(
  content: Uint8Array,
  { isText }: QuotedPrintableOptions,
  target: Uint8Array,
  at: number,
): number {
  const layout = new Layout(content, isText, target, at);
  layout.layOut();
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
  const layout = new Layout(content, isText, target, 0);
  layout.octetsMax = octetsMax;
  return layout.layOut() ? target.subarray(0, layout.at) : undefined;
}

/** One walk for counting and for writing, so that the count cannot be wrong. */
class Layout {
  at: number;
  /** Octets that were written over, while counting. */
  counted = 0;
  isCounting = false;
  /** Nobody wants more: the walk stops when it knows that there will be more. */
  octetsMax: number = Number.POSITIVE_INFINITY;
  /** Of the content: what is to be written next. */
  #index = 0;
  readonly #isText: boolean;
  readonly #content: Uint8Array;
  readonly #contentView: DataView;
  readonly #target: Uint8Array;
  readonly #targetView: DataView;

  constructor(content: Uint8Array, isText: boolean, target: Uint8Array, at: number) {
    this.#content = content;
    this.#contentView = viewOf(content);
    this.#target = target;
    this.#targetView = viewOf(target);
    this.#isText = isText;
    this.at = at;
  }

  /** @returns False when there would be more than anybody wants. */
  layOut(): boolean {
    const { length } = this.#content;
    let isAfterSoftBreak = false;
    for (;;) {
      this.#writeLine(isAfterSoftBreak);
      if (this.#index === length) return this.#isWithin(length);
      isAfterSoftBreak = !this.#isLineEnd(this.#index);
      if (isAfterSoftBreak) this.#target[this.at++] = EQUALS;
      else this.#index += 2;
      this.#target[this.at++] = CR;
      this.#target[this.at++] = LF;
      if (!this.#isWithin(this.#index)) return false;
      this.#makeRoom();
    }
  }

  /**
   * Writes an encoded line: up to where a line of the content ends, or where no more fits before a
   * soft line break.
   *
   * Octets that stand for themselves go in fours. Of four that do not all, those before the first
   * one that does not are right, too; what is behind them is written over.
   */
  #writeLine(isAfterSoftBreak: boolean): void {
    const content = this.#content;
    const contentView = this.#contentView;
    const target = this.#target;
    const targetView = this.#targetView;
    const { length } = content;
    const foursEnd = length - 3;
    let index = this.#index;
    let { at } = this;
    const lineStart = at;
    const full = lineStart + ENCODED_LINE_OCTETS - 1;
    const fullForFours = full - 3;
    if (index < length && isHarmfulAtStart(content, index, isAfterSoftBreak)) {
      at = writeEscape(target, at, content[index]!);
      index += 1;
    }
    for (;;) {
      while (at < fullForFours && index < foursEnd) {
        const four = contentView.getInt32(index, true);
        const faults = notLiteral(four);
        targetView.setInt32(at, four, true);
        const count = countBefore(faults);
        at += count;
        index += count;
        if (count < 4) break;
      }
      if (index === length) break;
      const octet = content[index]!;
      if (IS_LITERAL[octet] === 1) {
        if (at >= full && !(at === full && !isBlank(octet) && this.#isLast(index))) break;
        target[at] = octet;
        at += 1;
      } else {
        if (octet === CR && this.#isLineEnd(index)) break;
        const next = at + ESCAPE_OCTETS;
        if (next > full && !(next === full + 1 && this.#isLast(index))) break;
        at = writeEscape(target, at, octet);
      }
      index += 1;
    }
    this.#index = index;
    this.at = at;
    if (at > lineStart && isBlank(target[at - 1]!) && this.#isLast(index - 1)) {
      this.#escapeLastBlank(lineStart);
    }
  }

  /** A blank at the end of a line would be lost. */
  #escapeLastBlank(lineStart: number): void {
    const target = this.#target;
    let at = this.at - 1;
    const blank = target[at]!;
    if (at + ESCAPE_OCTETS > lineStart + ENCODED_LINE_OCTETS) {
      target[at++] = EQUALS;
      target[at++] = CR;
      target[at++] = LF;
    }
    this.at = writeEscape(target, at, blank);
  }

  /** True where nothing follows in the line of the content. */
  #isLast(index: number): boolean {
    return index + 1 === this.#content.length || this.#isLineEnd(index + 1);
  }

  #isLineEnd(index: number): boolean {
    return this.#isText && this.#content[index] === CR && this.#content[index + 1] === LF;
  }

  /** What is left takes its own length at least. */
  #isWithin(index: number): boolean {
    return this.at + this.#content.length - index <= this.octetsMax;
  }

  /** While counting, the same room serves again. */
  #makeRoom(): void {
    if (!this.isCounting || this.at < SCRATCH_OCTETS - 2 * STEP_OCTETS) return;
    this.counted += this.at;
    this.at = 0;
  }
}

function isBlank(octet: number): boolean {
  return octet === SPACE || octet === TAB;
}

/** @returns The offset behind it. */
function writeEscape(target: Uint8Array, at: number, octet: number): number {
  target[at] = EQUALS;
  target[at + 1] = HEX_DIGITS[octet >> 4]!;
  target[at + 2] = HEX_DIGITS[octet & 0x0f]!;
  return at + ESCAPE_OCTETS;
}

/** A dot, a `From ` or, after a soft line break, a hyphen. */
function isHarmfulAtStart(content: Uint8Array, index: number, isAfterSoftBreak: boolean): boolean {
  const octet = content[index]!;
  if (octet === DOT || (octet === HYPHEN && isAfterSoftBreak)) return true;
  return octet === FROM[0] && FROM.every((letter, at) => content[index + at] === letter);
}
