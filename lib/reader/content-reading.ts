/** What the body of a leaf holds, decoded when somebody asks: RFC 2045 §6, RFC 2046 §4.1.2. */

import type { ParsedMediaType } from '../header/media-type-parsing.ts';
import { parameterNamed } from '../header/parsed-parameter.ts';
import type { Span } from '../octets/span.ts';
import { decodedOctetCount, decodeTransfer } from '../transfer/decoding.ts';
import { type DecodedBody, decodeBodyText } from '../transfer/text-decoding.ts';
import type { TransferDefect } from '../transfer/transfer-defect.ts';
import { transferFaults } from '../transfer/transfer-faults.ts';
import { isEncoded } from './content-fields.ts';

export class ContentReading {
  readonly #body: Uint8Array;
  readonly #bodyStart: number;
  readonly #transferEncoding: string;
  readonly #mediaType: ParsedMediaType;
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
    this.#decodedOctets ??= decodedOctetCount(this.#body, this.#transferEncoding);
    return this.#decodedOctets;
  }

  get octets(): Uint8Array {
    return decodeTransfer(this.#body, this.#transferEncoding);
  }

  get isText(): boolean {
    return this.#mediaType.type === 'text';
  }

  get text(): DecodedBody {
    const charset = parameterNamed(this.#mediaType.parameters, 'charset')?.value.trim();
    this.#decoded ??= decodeBodyText(this.octets, charset || undefined);
    return this.#decoded;
  }

  /** In octets of the message; a fault of the text of an encoded body has the whole body's place. */
  get defects(): readonly TransferDefect[] {
    this.#defects ??= this.#findDefects();
    return this.#defects;
  }

  #findDefects(): readonly TransferDefect[] {
    const start = this.#bodyStart;
    const found = transferFaults(this.#body, this.#transferEncoding).map((defect) => ({
      ...defect,
      start: start + defect.start,
      end: start + defect.end,
    }));
    if (!this.isText) return found;
    const isShifted = isEncoded({ transferEncoding: this.#transferEncoding });
    const inText = this.text.defects.map((defect) => ({
      ...defect,
      start: start + (isShifted ? 0 : defect.start),
      end: start + (isShifted ? this.#body.length : defect.end),
    }));
    return [...found, ...inText].sort((a, b) => a.start - b.start);
  }
}
