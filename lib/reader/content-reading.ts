/** What the body of a leaf holds, decoded when somebody asks: RFC 2045 §6, RFC 2046 §4.1.2. */

import type { ParsedMediaType } from '../header/media-type-parsing.ts';
import { type ParsedParameter, parameterNamed } from '../header/parsed-parameter.ts';
import type { CrlfLines } from '../octets/line-scan.ts';
import type { Span } from '../octets/span.ts';
import { type Base64Survey, surveyBase64 } from '../transfer/base64-faults.ts';
import { decodedOctetCount, decodeTransfer } from '../transfer/decoding.ts';
import { type DecodedBody, decodeBodyText } from '../transfer/text-decoding.ts';
import type { TransferDefect } from '../transfer/transfer-defect.ts';
import { transferFaults } from '../transfer/transfer-faults.ts';
import { isEncoded, isPrivate } from './content-fields.ts';

export class ContentReading {
  readonly #body: Uint8Array;
  readonly #bodyStart: number;
  readonly #transferEncoding: string;
  readonly #mediaType: ParsedMediaType;
  #survey: Base64Survey | undefined;
  #decodedOctets: number | undefined;
  #decoded: DecodedBody | undefined;
  #defects: readonly TransferDefect[] | undefined;

  constructor(message: Buffer, body: Span, transferEncoding: string, mediaType: ParsedMediaType) {
    this.#body = message.subarray(body.start, body.end);
    this.#bodyStart = body.start;
    this.#transferEncoding = transferEncoding;
    this.#mediaType = mediaType;
  }

  get octetCount(): number {
    this.#decodedOctets ??=
      this.#base64?.octets ?? decodedOctetCount(this.#body, this.#transferEncoding);
    return this.#decodedOctets;
  }

  get octets(): Uint8Array {
    return decodeTransfer(this.#body, this.#transferEncoding);
  }

  /** Lines that need no further look, as octets of the message. */
  get crlfLines(): readonly CrlfLines[] {
    const offset = this.#bodyStart;
    const known = this.#base64?.crlfLines ?? [];
    return known.map(({ start, end, lines }) => ({
      start: offset + start,
      end: offset + end,
      lines,
    }));
  }

  get isText(): boolean {
    const isClosed = isPrivate({ transferEncoding: this.#transferEncoding });
    return this.#mediaType.type === 'text' && !isClosed;
  }

  get text(): DecodedBody {
    if (this.#decoded !== undefined) return this.#decoded;
    const { octets } = this;
    this.#decodedOctets = octets.length;
    this.#decoded = decodeBodyText(octets, this.#charset?.value.trim() || undefined);
    return this.#decoded;
  }

  /**
   * In octets of the message; a fault of the text of an encoded body has the whole body's place,
   * and an unknown charset that of its name.
   */
  get defects(): readonly TransferDefect[] {
    this.#defects ??= this.#findDefects();
    return this.#defects;
  }

  get #base64(): Base64Survey | undefined {
    if (this.#transferEncoding !== 'base64') return undefined;
    this.#survey ??= surveyBase64(this.#body);
    return this.#survey;
  }

  get #charset(): ParsedParameter | undefined {
    return parameterNamed(this.#mediaType.parameters, 'charset');
  }

  #findDefects(): readonly TransferDefect[] {
    const start = this.#bodyStart;
    const faults = this.#base64?.defects ?? transferFaults(this.#body, this.#transferEncoding);
    const found = movedBy(start, faults);
    if (!this.isText) return found;
    const isShifted = isEncoded({ transferEncoding: this.#transferEncoding });
    const inBody = isShifted ? { start, end: start + this.#body.length } : undefined;
    const inText = movedBy(start, this.text.defects).map((defect) => ({
      ...defect,
      ...(defect.code === 'charset-unknown' ? this.#charset?.span : inBody),
    }));
    return [...found, ...inText].sort((a, b) => a.start - b.start);
  }
}

/** The same faults, further on. */
export function movedBy(
  offset: number,
  faults: readonly TransferDefect[],
): readonly TransferDefect[] {
  return faults.map((fault) => ({
    ...fault,
    start: offset + fault.start,
    end: offset + fault.end,
  }));
}
