/** An entity among the octets of a message: RFC 2045 §2.4. */

import type { ParsedDisposition } from '../header/disposition-parsing.ts';
import type { ParsedMediaType } from '../header/media-type-parsing.ts';
import type { Span } from '../octets/span.ts';
import { decodedOctetCount, decodeTransfer } from '../transfer/decoding.ts';
import { type ContentFields, readFilename } from './content-fields.ts';
import type { Defect } from './defect.ts';
import type { HeaderField } from './header-field.ts';
import type { HeaderSection } from './header-section.ts';

/** A message, an embedded message, or a body part; all its spans are octets of the whole. */
export interface Entity {
  /**
   * Its place in the tree: the parts of a message are `1`, `2`, those of a multipart `2` are `2.1`,
   * `2.2`. A message that is no multipart is its own part `1`; the multipart that a message is has
   * the path of what it is embedded in, the outermost one the empty path.
   */
  readonly path: string;
  /** Header section, empty line and body; without the boundary delimiters around it. */
  readonly span: Span;
  /** All its header fields, and lines among them that are none; without the empty line. */
  readonly headerSection: Span;
  /** Behind the empty line, up to the end or to the line end before the next delimiter. */
  readonly body: Span;
  readonly fields: readonly HeaderField[];
  /** As declared, else `text/plain`, or `message/rfc822` in a multipart/digest. */
  readonly mediaType: ParsedMediaType;
  /** As declared, in lower case, known or not; `7bit` where none is. */
  readonly transferEncoding: string;
  readonly transferEncodingField: HeaderField | undefined;
  readonly disposition: ParsedDisposition | undefined;
  /** Decoded as readers do: RFC 2231, encoded-words, UTF-8. */
  readonly filename: string | undefined;
  /** Without angle brackets. */
  readonly contentId: string | undefined;
  /** The parts of a multipart, or the one message in a `message/rfc822` or `message/global`. */
  readonly parts: readonly Entity[];
  /** Of a multipart: what stands before the first delimiter, unless that is nothing. */
  readonly preamble: Span | undefined;
  /** Of a multipart: what stands behind the line of the close delimiter, unless that is nothing. */
  readonly epilogue: Span | undefined;
  /** Of a multipart: the boundary parameter, without blanks at its end; undefined if empty. */
  readonly boundary: string | undefined;
  /** Of a multipart: its delimiter lines, each with the line end before it and behind it. */
  readonly delimiters: readonly Span[];
  /** The octets that {@link Entity.octets} would return, counted without decoding base64. */
  readonly decodedOctets: number;
  /** What is wrong with this entity itself, not with its parts, in the order it was noticed. */
  readonly defects: readonly Defect[];
  /** The body with its content transfer encoding undone; may share memory with the message. */
  octets(): Uint8Array;
}

/** What is known of an entity when its header section has been read. */
export interface EntityHead {
  readonly path: string;
  readonly start: number;
  readonly section: HeaderSection;
  readonly content: ContentFields;
  readonly defects: Defect[];
}

/** An entity whose body grows while the message is read, until {@link EntityInOctets.close}. */
export class EntityInOctets implements Entity {
  readonly path: string;
  readonly headerSection: Span;
  readonly fields: readonly HeaderField[];
  readonly mediaType: ParsedMediaType;
  readonly transferEncoding: string;
  readonly transferEncodingField: HeaderField | undefined;
  readonly disposition: ParsedDisposition | undefined;
  readonly contentId: string | undefined;
  readonly boundary: string | undefined;
  readonly parts: EntityInOctets[] = [];
  readonly delimiters: Span[] = [];
  readonly defects: Defect[];
  span: Span;
  body: Span;
  preamble: Span | undefined;
  epilogue: Span | undefined;
  readonly #message: Buffer;
  #decodedOctets: number | undefined;

  constructor(message: Buffer, { path, start, section, content, defects }: EntityHead) {
    this.#message = message;
    this.path = path;
    this.headerSection = { start, end: section.end };
    this.span = { start, end: section.bodyStart };
    this.body = { start: section.bodyStart, end: section.bodyStart };
    this.fields = section.fields;
    this.mediaType = content.mediaType;
    this.transferEncoding = content.transferEncoding;
    this.transferEncodingField = content.transferEncodingField;
    this.disposition = content.disposition;
    this.contentId = content.contentId;
    this.boundary = content.boundary;
    this.defects = defects;
  }

  get filename(): string | undefined {
    return readFilename(this);
  }

  get decodedOctets(): number {
    this.#decodedOctets ??= decodedOctetCount(this.#bodyOctets(), this.transferEncoding);
    return this.#decodedOctets;
  }

  octets(): Uint8Array {
    return decodeTransfer(this.#bodyOctets(), this.transferEncoding);
  }

  /** Lets the entity end at `end`. */
  close(end: number): void {
    this.span = { start: this.span.start, end };
    this.body = { start: this.body.start, end };
  }

  #bodyOctets(): Uint8Array {
    return this.#message.subarray(this.body.start, this.body.end);
  }
}
