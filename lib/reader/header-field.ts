/** One header field among the octets of a message: RFC 5322 §2.2, unfolded as in §2.2.3. */

import type { ParsedEncodedWord } from '../header/parsed-encoded-word.ts';
import type { Span } from '../octets/span.ts';
import type { Defect } from './defect.ts';
import type { FieldKind } from './field-kind.ts';
import { FieldReading } from './field-reading.ts';
import type { FieldValue } from './field-value.ts';

/**
 * A header field as it was read; all places are octets of the whole message.
 *
 * Its body is unfolded, decoded and parsed when first asked for, and never throws.
 */
export interface HeaderField extends FieldValue {
  /** As written, one character for each octet; empty where a line starts with a colon. */
  readonly name: string;
  readonly lowerName: string;
  /** From the name to behind the last line end. */
  readonly span: Span;
  /** Without blanks before the colon. */
  readonly nameSpan: Span;
  /** From behind the colon, the blank there included, to before the last line end. */
  readonly bodySpan: Span;
  /** The line ends within the body, which unfolding takes out. */
  readonly folds: readonly Span[];
  /** The grammar that its name asks for. */
  readonly kind: FieldKind;
  /**
   * The body as people read it: raw UTF-8 is text, encoded-words are decoded where the kind of
   * field may hold them. For display: what is an address, `addresses` tells, and an encoded-word
   * may say any character, CR and LF included.
   */
  readonly text: string;
  /** Encoded-words in order, those too that stand where RFC 2047 §5 forbids them. */
  readonly encodedWords: readonly ParsedEncodedWord[];
  /** What is wrong with the body, ascending; of its line and name, the entity's defects tell. */
  readonly defects: readonly Defect[];
  /** The body without the line ends of its folds, one character for each octet. */
  unfolded(): string;
  /** The offset in the message of a character of the unfolded body; of its end, the body's end. */
  offsetOf(index: number): number;
  /** The octets of the message that a stretch of the unfolded body was made of. */
  spanOf(stretch: Span): Span;
}

/** The first field of that name, which is given in lower case. */
export function fieldNamed(
  fields: readonly HeaderField[],
  lowerName: string,
): HeaderField | undefined {
  return fields.find((field) => field.lowerName === lowerName);
}

/** Where the octets of a field lie. */
export interface FieldPlaces {
  readonly start: number;
  readonly nameEnd: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly end: number;
}

/** A field that reads its body when first asked, and then remembers. */
export class FieldInOctets implements HeaderField {
  readonly name: string;
  readonly lowerName: string;
  readonly #octets: Buffer;
  readonly #places: FieldPlaces;
  #reading: FieldReading | undefined;

  constructor(octets: Buffer, places: FieldPlaces) {
    this.#octets = octets;
    this.#places = places;
    this.name = octets.toString('latin1', places.start, places.nameEnd);
    this.lowerName = this.name.toLowerCase();
  }

  get span(): Span {
    return { start: this.#places.start, end: this.#places.end };
  }

  get nameSpan(): Span {
    return { start: this.#places.start, end: this.#places.nameEnd };
  }

  get bodySpan(): Span {
    return { start: this.#places.bodyStart, end: this.#places.bodyEnd };
  }

  get folds(): readonly Span[] {
    return this.#read().unfolding.folds;
  }

  get kind(): FieldKind {
    return this.#read().kind;
  }

  get text(): string {
    return this.#read().text;
  }

  get addresses(): FieldValue['addresses'] {
    return this.#read().value.addresses;
  }

  get msgIds(): FieldValue['msgIds'] {
    return this.#read().value.msgIds;
  }

  get date(): FieldValue['date'] {
    return this.#read().value.date;
  }

  get uris(): FieldValue['uris'] {
    return this.#read().value.uris;
  }

  get mediaType(): FieldValue['mediaType'] {
    return this.#read().value.mediaType;
  }

  get disposition(): FieldValue['disposition'] {
    return this.#read().value.disposition;
  }

  get token(): FieldValue['token'] {
    return this.#read().value.token;
  }

  get encodedWords(): readonly ParsedEncodedWord[] {
    return this.#read().encodedWords;
  }

  get defects(): readonly Defect[] {
    return this.#read().defects;
  }

  unfolded(): string {
    return this.#read().unfolding.text;
  }

  offsetOf(index: number): number {
    return this.#read().unfolding.offsetOf(index);
  }

  spanOf(stretch: Span): Span {
    return this.#read().unfolding.spanOf(stretch);
  }

  #read(): FieldReading {
    this.#reading ??= new FieldReading(this.#octets, this.lowerName, this.bodySpan);
    return this.#reading;
  }
}
