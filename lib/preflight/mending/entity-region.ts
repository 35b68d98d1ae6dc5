/** A body, its transfer encoding and what stands between header section and body, mended at once. */

import { createHash } from 'node:crypto';
import { CR, CRLF, LF } from '../../octets/ascii.ts';
import type { Span } from '../../octets/span.ts';
import type { Defect } from '../../reader/defect.ts';
import type { Entity } from '../../reader/entity.ts';
import { withLineEndOf } from '../../recode/field-repair.ts';
import { encodeLeafBody, type RecodedBody } from '../../recode/leaf-body.ts';
import { byPlace, type Edit, type Region } from './edit.ts';

/** What an entity may want. */
export type EntityCure = 'body' | 'label' | 'message-id' | 'separator' | 'version';

/** What is not to be seen in an entity itself. */
interface Circumstances {
  readonly isRoot: boolean;
  /** Of a Message-ID that it is to get. */
  readonly domain: string | undefined;
}

const IDENTITIES: readonly string[] = ['7bit', '8bit', 'binary'];
const ENCODINGS: readonly string[] = [...IDENTITIES, 'base64', 'quoted-printable'];

export class EntityRegion implements Region {
  readonly #message: Buffer;
  readonly #entity: Entity;
  readonly #around: Circumstances;
  readonly #wanted = new Set<EntityCure>();
  readonly #carried: EntityRegion[] = [];
  #edits: readonly Edit[] | undefined;

  constructor(message: Buffer, entity: Entity, around: Circumstances) {
    this.#message = message;
    this.#entity = entity;
    this.#around = around;
  }

  want(cure: EntityCure): void {
    this.#wanted.add(cure);
  }

  /** Takes what has no finding of its own: an entity around this one, which is labelled by it. */
  carry(around: EntityRegion): void {
    this.#carried.push(around);
  }

  has(cure: EntityCure): boolean {
    return this.#wanted.has(cure) && this.mends(cure);
  }

  mends(cure: EntityCure): boolean {
    if (cure === 'body') return isEncodable(this.#entity);
    if (cure !== 'label') return true;
    const { transferEncoding, parts, mediaType } = this.#entity;
    // What its parts are was read as if it were not encoded.
    if (parts.length > 0 || mediaType.type === 'multipart') return parts.length > 0;
    return ENCODINGS.includes(transferEncoding) && mediaType.type !== 'message';
  }

  get description(): string {
    const { path } = this.#entity;
    const part = path === '' ? 'the message' : `part ${path}`;
    if (this.has('body')) return `encode ${part} anew`;
    if (this.has('label')) return `name the transfer encoding of ${part} anew`;
    if (this.has('separator')) return 'write the empty line before the body';
    return this.has('message-id') ? 'write a Message-ID' : 'write MIME-Version: 1.0';
  }

  get edits(): readonly Edit[] {
    this.#edits ??= [...this.#carried.flatMap(({ edits }) => edits), ...this.#findEdits()].sort(
      byPlace,
    );
    return this.#edits;
  }

  *#findEdits(): Generator<Edit, void, undefined> {
    const { transferEncodingField: field, body, headerSection } = this.#entity;
    const recoded = this.has('body') ? encodeLeafBody(this.#entity) : undefined;
    const label = recoded?.encoding ?? (this.has('label') ? this.#ownLabel() : undefined);
    const labelField = label && `Content-Transfer-Encoding: ${label}${CRLF}`;
    let inserted =
      this.#messageId() + this.#version(labelField !== undefined && field === undefined);
    if (labelField !== undefined) {
      if (field === undefined) inserted += labelField;
      else yield* this.#labelEdit(field.span, labelField);
    }
    const lacksSeparator = body.start === headerSection.end;
    if (lacksSeparator && (this.has('separator') || recoded !== undefined)) inserted += CRLF;
    if (inserted !== '') yield this.#atHeaderEnd(inserted);
    const replacement = recoded && this.#bodyOf(recoded);
    if (replacement && !this.#octetsOf(body).equals(replacement)) yield { ...body, replacement };
  }

  /** Derived from the octets, so that the same message gets the same one. */
  #messageId(): string {
    const { domain } = this.#around;
    if (domain === undefined || !this.has('message-id')) return '';
    return `Message-ID: <${digest(this.#message)}@${domain}>${CRLF}`;
  }

  *#labelEdit(span: Span, lines: string): Generator<Edit, void, undefined> {
    const written = this.#octetsOf(span);
    const replacement = withLineEndOf(written, Buffer.from(lines));
    if (!written.equals(replacement)) yield { ...span, replacement };
  }

  /** An encoding means nothing where no MIME-Version says that it does. */
  #version(addsLabel: boolean): string {
    const isDue =
      addsLabel && this.#around.isRoot && this.#entity.field('mime-version') === undefined;
    return this.has('version') || isDue ? `MIME-Version: 1.0${CRLF}` : '';
  }

  #ownLabel(): string {
    const { transferEncoding, parts } = this.#entity;
    return parts.length > 0 || IDENTITIES.includes(transferEncoding) ? '7bit' : transferEncoding;
  }

  #atHeaderEnd(inserted: string): Edit {
    const { end } = this.#entity.headerSection;
    const before = this.#message[end - 1];
    const isLineStart = end === 0 || before === LF || before === CR;
    return { start: end, end, replacement: Buffer.from(isLineStart ? inserted : CRLF + inserted) };
  }

  /** The last line of a message is ended, also where base64 has no need of it. */
  #bodyOf({ body, encoding }: RecodedBody): Uint8Array {
    const isLast = this.#entity.body.end === this.#message.length;
    return isLast && encoding === 'base64' ? Buffer.concat([body, Buffer.from(CRLF)]) : body;
  }

  #octetsOf({ start, end }: Span): Buffer {
    return this.#message.subarray(start, end);
  }
}

/** Whether a body is content, and in a known encoding. */
function isEncodable({ mediaType, parts, transferEncoding, contentDefects }: Entity): boolean {
  if (parts.length > 0 || !ENCODINGS.includes(transferEncoding)) return false;
  if (mediaType.type === 'multipart' || mediaType.type === 'message') return false;
  return transferEncoding !== 'base64' || !contentDefects.some(isDoubtful);
}

/** Of such base64, decoders give one this and another that. */
function isDoubtful({ code, detail }: Defect): boolean {
  if (code === 'base64-alphabet') return detail !== 'a blank';
  return code === 'base64-url-alphabet' || code === 'base64-padding';
}

/** 160 bits tell messages apart. */
function digest(octets: Buffer): string {
  return createHash('sha256').update(octets).digest('hex').slice(0, 40);
}
