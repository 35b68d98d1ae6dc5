/** Building the tree of entities in one pass over the octets: RFC 2046 §5.1 and §5.2.1. */

import { beforeLineEnd } from '../octets/line-scan.ts';
import type { Span } from '../octets/span.ts';
import { noteBoundaryDefects } from './boundary-defects.ts';
import {
  isEncoded,
  isPrivate,
  MESSAGE_RFC822,
  readContentFields,
  TEXT_PLAIN,
} from './content-fields.ts';
import { type Defect, DefectLog } from './defect.ts';
import { type DelimiterLine, DelimiterSearch } from './delimiter-search.ts';
import type { Entity } from './entity.ts';
import { EntityInOctets, holdsMessage, type ReadTree } from './entity-in-octets.ts';
import { fieldNamed } from './header-field.ts';
import { type HeaderSection, type ReadingState, readHeaderSection } from './header-section.ts';
import { skipLeadingLines } from './leading-lines.ts';
import { MAX_DEPTH, MAX_PARTS } from './limits.ts';
import { noteEncodedComposite, noteWeakComposite } from './transfer-defects.ts';

/** What is read next: a message starts anew where a body part inherits from its multipart. */
type EntityKind = 'message' | 'part';

/** An entity whose end has not been found. */
interface OpenEntity {
  readonly entity: EntityInOctets;
  /** What its delimiters are looked for by, as long as they are. */
  boundary: string | undefined;
  /** Where the line behind its close delimiter starts, or where nothing more is read. */
  epilogueStart: number | undefined;
  isClosed: boolean;
}

/**
 * One walk from delimiter to delimiter, with the entities that are open on a stack.
 *
 * Whatever the nesting, the octets are searched once; no call stack grows with the message.
 */
export class TreeReading {
  readonly #state: ReadingState;
  readonly #stack: OpenEntity[] = [];
  readonly #search: DelimiterSearch<OpenEntity>;
  #partCount = 0;

  constructor(octets: Buffer) {
    this.#search = new DelimiterSearch(octets, (owner, line) => {
      this.#state.log.note(owner.entity.defects, 'boundary-in-content', line);
    });
    const isDelimiter = (lineStart: number): boolean => this.#search.isDelimiter(lineStart);
    this.#state = { octets, log: new DefectLog(), isDelimiter, fieldCount: 0 };
  }

  read(): Entity {
    const root = this.#openEntity(0, 'message');
    let delimiter = this.#search.next(this.#openMessages(root));
    while (delimiter !== undefined) {
      const next = this.#takeDelimiter(delimiter);
      delimiter = next === undefined ? undefined : this.#search.next(next);
    }
    this.#closeAbove(undefined, this.#state.octets.length);
    return root.entity;
  }

  /** Returns where the search goes on; undefined where there are parts enough. */
  #takeDelimiter(line: DelimiterLine<OpenEntity>): number | undefined {
    const { owner, isClose } = line;
    const { entity } = owner;
    const start = this.#delimiterStart(line.start);
    this.#closeAbove(owner, start);
    if (entity.delimiters.length === 0) entity.preamble = filled(entity.body.start, start);
    if (!isClose && this.#partCount >= MAX_PARTS) return this.#giveUp(owner, start);
    entity.delimiters.push({ start, end: line.next });
    if (!isClose) return this.#openMessages(this.#openEntity(line.next, 'part'));
    this.#stopSearch(owner);
    owner.epilogueStart = line.next;
    owner.isClosed = true;
    if (entity.parts.length === 0) this.#note(entity.defects, 'multipart-empty', line.start);
    return line.next;
  }

  /** The line end before a delimiter belongs to it, but for that of a header section or delimiter. */
  #delimiterStart(hyphens: number): number {
    const bodyStart = this.#stack.at(-1)?.entity.body.start ?? 0;
    return Math.max(bodyStart, beforeLineEnd(this.#state.octets, hyphens));
  }

  /** Opens the message in an entity, and the message in that; returns where the search goes on. */
  #openMessages(outermost: OpenEntity): number {
    let open = outermost;
    while (isReadableMessage(open.entity) && this.#hasRoom(open.entity)) {
      open = this.#openEntity(open.entity.body.start, 'message');
    }
    return open.entity.body.start;
  }

  #openEntity(start: number, kind: EntityKind): OpenEntity {
    const parent = this.#stack.at(-1)?.entity;
    const defects: Defect[] = [];
    const fieldsStart = kind === 'message' ? skipLeadingLines(this.#state, start, defects) : start;
    const section = readHeaderSection(this.#state, fieldsStart, defects);
    this.#noteMissingSeparator(section, kind, defects);
    const isInDigest = kind === 'part' && parent?.mediaType.essence === 'multipart/digest';
    const defaultType = isInDigest ? MESSAGE_RFC822 : TEXT_PLAIN;
    const content = readContentFields(section.fields, defaultType);
    const isMultipart = content.mediaType.type === 'multipart';
    const path = pathOf(kind, parent, isMultipart);
    const head = { path, start, section, content, defects };
    const entity = new EntityInOctets(this.#state.octets, readTree, head);
    noteEncodedComposite(entity, this.#state.log, defects);
    const open: OpenEntity = {
      entity,
      boundary: undefined,
      epilogueStart: undefined,
      isClosed: false,
    };
    if (parent !== undefined) this.#partCount += 1;
    parent?.parts.push(entity);
    this.#stack.push(open);
    if (isMultipart) this.#startSearch(open);
    return open;
  }

  #startSearch(open: OpenEntity): void {
    const { entity } = open;
    noteBoundaryDefects(entity, this.#search.boundaries, this.#state.log, entity.defects);
    if (entity.boundary === undefined) {
      const field = fieldNamed(entity.fields, 'content-type');
      this.#note(entity.defects, 'boundary-missing', field?.bodySpan.end ?? entity.body.start);
    } else if (this.#hasRoom(entity)) {
      open.boundary = entity.boundary;
      this.#search.add(open.boundary, open);
    }
  }

  #stopSearch(open: OpenEntity): void {
    if (open.boundary !== undefined) this.#search.removeLast(open.boundary);
    open.boundary = undefined;
  }

  /** Whether something more may be opened in an entity; notes where not. */
  #hasRoom(entity: EntityInOctets): boolean {
    const isDeep = this.#stack.length >= MAX_DEPTH;
    const isFull = this.#partCount >= MAX_PARTS;
    if (isDeep || isFull) {
      this.#note(entity.defects, isDeep ? 'too-deep' : 'too-many-parts', entity.body.start);
    }
    return !isDeep && !isFull;
  }

  /** Leaves the rest of the message, from a delimiter of `owner` on, unread. */
  #giveUp(owner: OpenEntity, delimiterStart: number): undefined {
    for (const open of this.#stack) this.#stopSearch(open);
    owner.epilogueStart = delimiterStart;
    this.#note(owner.entity.defects, 'too-many-parts', delimiterStart);
  }

  /** Closes what is open within `owner`, or all. */
  #closeAbove(owner: OpenEntity | undefined, end: number): void {
    for (let open = this.#stack.at(-1); open && open !== owner; open = this.#stack.at(-1)) {
      this.#stack.pop();
      this.#close(open, end);
    }
  }

  #close(open: OpenEntity, end: number): void {
    const { entity, epilogueStart } = open;
    entity.close(end);
    noteWeakComposite(entity, this.#state.log, entity.defects);
    if (epilogueStart !== undefined) {
      const last = entity.delimiters.pop();
      if (last) entity.delimiters.push({ start: last.start, end: Math.min(last.end, end) });
      entity.epilogue = filled(epilogueStart, end);
      if (open.isClosed) this.#noteContinuation(entity);
    }
    if (open.boundary === undefined) return;
    this.#stopSearch(open);
    if (entity.delimiters.length > 0) this.#note(entity.defects, 'multipart-unterminated', end);
    else {
      this.#note(entity.defects, 'multipart-no-delimiter', entity.body.start);
      entity.preamble = filled(entity.body.start, end);
    }
  }

  /** Readers pass over what stands behind the close delimiter; some filters do not. */
  #noteContinuation(entity: EntityInOctets): void {
    const { boundary, epilogue } = entity;
    if (boundary === undefined || epilogue === undefined) return;
    const again = new DelimiterSearch<EntityInOctets>(this.#state.octets, () => {});
    again.add(boundary, entity);
    const found = again.next(epilogue.start, epilogue.end);
    if (found === undefined) return;
    const span = { start: found.start, end: Math.min(found.next, epilogue.end) };
    this.#state.log.note(entity.defects, 'multipart-continued', span);
  }

  #noteMissingSeparator(section: HeaderSection, kind: EntityKind, defects: Defect[]): void {
    const { endedBy, bodyStart } = section;
    if (endedBy !== 'text') return;
    const code = kind === 'part' ? 'part-missing-separator' : 'missing-separator';
    this.#note(defects, code, bodyStart);
  }

  #note(defects: Defect[], code: Defect['code'], at: number): void {
    this.#state.log.note(defects, code, { start: at, end: at });
  }
}

const readTree: ReadTree = (octets) => new TreeReading(octets).read();

/** An encoded one is a leaf: no offset within it would be one of the whole message. */
function isReadableMessage(entity: Entity): boolean {
  return holdsMessage(entity) && !isEncoded(entity) && !isPrivate(entity);
}

function pathOf(kind: EntityKind, parent: Entity | undefined, isMultipart: boolean): string {
  const prefix = parent?.path ?? '';
  if (kind === 'message' && isMultipart) return prefix;
  const number = kind === 'message' ? 1 : (parent?.parts.length ?? 0) + 1;
  return prefix === '' ? String(number) : `${prefix}.${number}`;
}

function filled(start: number, end: number): Span | undefined {
  return end > start ? { start, end } : undefined;
}
