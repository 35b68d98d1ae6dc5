/** An entity whose body grows while the message is read, and is decoded when somebody asks. */

import { textArgument } from '../arguments.ts';
import { type CrlfLines, countLineEnds, type LineEnds } from '../octets/line-scan.ts';
import type { Span } from '../octets/span.ts';
import { asBuffer } from '../octets/view.ts';
import { transferFaults } from '../transfer/transfer-faults.ts';
import { everyDefect } from './all-defects.ts';
import { type ContentFields, isPrivate, readFilename } from './content-fields.ts';
import { ContentReading, movedBy } from './content-reading.ts';
import type { Defect } from './defect.ts';
import type { Entity } from './entity.ts';
import { entitiesOf } from './entity-walk.ts';
import { fieldNamed, type HeaderField } from './header-field.ts';
import type { HeaderSection } from './header-section.ts';
import { findLineDefects } from './line-defects.ts';

/** What is known of an entity when its header section has been read. */
export interface EntityHead {
  readonly path: string;
  readonly start: number;
  readonly section: HeaderSection;
  readonly content: ContentFields;
  readonly defects: Defect[];
}

/** Reads octets into a tree; given to entities, for an encoded message is a tree of its own. */
export type ReadTree = (octets: Buffer) => Entity;

const MESSAGE_TYPES: ReadonlySet<string> = new Set(['message/rfc822', 'message/global']);

/** Whether a message is in it that can be read, encoded or not. */
export function holdsMessage(entity: Entity): boolean {
  return MESSAGE_TYPES.has(entity.mediaType.essence) && !isPrivate(entity);
}

export class EntityInOctets implements Entity {
  readonly path: string;
  readonly headerSection: Span;
  readonly fields: readonly HeaderField[];
  readonly mediaType: Entity['mediaType'];
  readonly transferEncoding: string;
  readonly transferEncodingField: HeaderField | undefined;
  readonly disposition: Entity['disposition'];
  readonly contentId: string | undefined;
  readonly boundary: string | undefined;
  readonly parts: EntityInOctets[] = [];
  readonly delimiters: Span[] = [];
  span: Span;
  body: Span;
  preamble: Span | undefined;
  epilogue: Span | undefined;
  readonly defects: Defect[];
  readonly #message: Buffer;
  readonly #readTree: ReadTree;
  #content: ContentReading | undefined;
  #lineEnds: LineEnds | undefined;
  #lineDefects: readonly Defect[] | undefined;
  #inner: Entity | undefined;

  constructor(message: Buffer, readTree: ReadTree, head: EntityHead) {
    const { path, start, section, content, defects } = head;
    this.#message = message;
    this.#readTree = readTree;
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
    return this.#read().octetCount;
  }

  get text(): string | undefined {
    const content = this.#read();
    return content.isText ? content.text.text : undefined;
  }

  get charset(): string | undefined {
    const content = this.#read();
    return content.isText ? content.text.charset : undefined;
  }

  get lineEnds(): LineEnds {
    const { start, end } = this.span;
    this.#lineEnds ??= countLineEnds(
      this.#message.subarray(start, end),
      this.#crlfLines().map((known) => ({
        start: known.start - start,
        end: known.end - start,
        lines: known.lines,
      })),
    );
    return this.#lineEnds;
  }

  get lineDefects(): readonly Defect[] {
    const { start, end } = this.span;
    this.#lineDefects ??= findLineDefects(this.#message.subarray(start, end), start, this.lineEnds);
    return this.#lineDefects;
  }

  get contentDefects(): readonly Defect[] {
    if (this.parts.length > 0 || this.mediaType.type === 'multipart') return this.#idleDefects();
    return this.#read().defects;
  }

  field(name: string): HeaderField | undefined {
    return fieldNamed(this.fields, textArgument('name', name).toLowerCase());
  }

  fieldsNamed(name: string): readonly HeaderField[] {
    const lowerName = textArgument('name', name).toLowerCase();
    return this.fields.filter((field) => field.lowerName === lowerName);
  }

  walk(): Generator<Entity, void, undefined> {
    return entitiesOf(this);
  }

  octets(): Uint8Array {
    return this.#read().octets;
  }

  message(): Entity | undefined {
    if (!holdsMessage(this)) return undefined;
    if (this.parts.length > 0) return this.parts[0];
    this.#inner ??= this.#readTree(asBuffer(this.octets()));
    return this.#inner;
  }

  allDefects(): readonly Defect[] {
    return everyDefect(this);
  }

  /** Lets the entity end at `end`. */
  close(end: number): void {
    this.span = { start: this.span.start, end };
    this.body = { start: this.body.start, end };
  }

  /** Nobody shows what stands before and behind the parts, but it is sent. */
  #idleDefects(): readonly Defect[] {
    const label = this.transferEncoding;
    const encoding = label === '8bit' || label === 'binary' ? label : '7bit';
    return [this.preamble, this.epilogue].flatMap((span) => {
      const octets = span && this.#message.subarray(span.start, span.end);
      return octets === undefined
        ? []
        : movedBy(span?.start ?? 0, transferFaults(octets, encoding));
    });
  }

  /** Of it and all within it, as octets of the message. */
  #crlfLines(): readonly CrlfLines[] {
    if (this.parts.length > 0) return this.parts.flatMap((part) => part.#crlfLines());
    return this.#read().crlfLines;
  }

  #read(): ContentReading {
    const { body, transferEncoding, mediaType } = this;
    this.#content ??= new ContentReading(this.#message, body, transferEncoding, mediaType);
    return this.#content;
  }
}
