/** The entities that the message's author wrote; what is within an attached message is another's. */

import { decodeEncodedWords } from '../header/encoded-word-decoding.ts';
import { textOfOctets } from '../header/octet-text.ts';
import { type ParsedParameter, parameterNamed } from '../header/parsed-parameter.ts';
import type { Entity } from '../reader/entity.ts';
import { fieldNamed, type HeaderField } from '../reader/header-field.ts';

const NONE: readonly Entity[] = [];

/** An entity with a file name, and the parameter that readers take it from. */
export interface NamedEntity {
  readonly entity: Entity;
  readonly filename: string;
  readonly field: HeaderField;
  readonly parameter: ParsedParameter;
}

/** Entities in the order of the message, attached messages included, their content not. */
export class OwnEntities {
  readonly all: readonly Entity[];
  readonly #byType = new Map<string, Entity[]>();
  #set: ReadonlySet<Entity> | undefined;
  #parents: ReadonlyMap<Entity, Entity> | undefined;
  #named: readonly NamedEntity[] | undefined;
  #isSound: boolean | undefined;

  constructor(root: Entity) {
    const all: Entity[] = [];
    collect(root, all);
    this.all = all;
    for (const entity of all) {
      const { essence } = entity.mediaType;
      const same = this.#byType.get(essence);
      if (same === undefined) this.#byType.set(essence, [entity]);
      else same.push(entity);
    }
  }

  /** Those of a media type, given in lower case. */
  ofType(essence: string): readonly Entity[] {
    return this.#byType.get(essence) ?? NONE;
  }

  has(entity: Entity): boolean {
    this.#set ??= new Set(this.all);
    return this.#set.has(entity);
  }

  /** The multiparts that an entity is in, the innermost first. */
  *around(entity: Entity): Generator<Entity, void, undefined> {
    this.#parents ??= new Map(
      this.all.filter(isMultipart).flatMap((one) => one.parts.map((part) => [part, one] as const)),
    );
    let parent = this.#parents.get(entity);
    while (parent !== undefined) {
      yield parent;
      parent = this.#parents.get(parent);
    }
  }

  get named(): readonly NamedEntity[] {
    this.#named ??= this.all.flatMap((entity) => nameOf(entity) ?? []);
    return this.#named;
  }

  /** False where the structure is broken, so that parts and their fields may be lost. */
  get isSound(): boolean {
    this.#isSound ??= this.all.every(isClear);
    return this.#isSound;
  }
}

/** Whether the parts of a multipart, and what they are, are beyond doubt. */
export function hasClearParts(multipart: Entity): boolean {
  return isClear(multipart) && multipart.parts.every(isClear);
}

/** Whether readers show it as a file, not as text or in it. */
export function isAttachment({ disposition }: Entity): boolean {
  return disposition?.type === 'attachment';
}

export function isMultipart({ mediaType }: Entity): boolean {
  return mediaType.type === 'multipart';
}

/** Whether something in the field is wrong within the parameter, so that its value is in doubt. */
export function isDoubtful({ defects }: HeaderField, { span }: ParsedParameter): boolean {
  return defects.some(({ start, end }) => start <= span.end && end >= span.start);
}

/** The value of a parameter as readers show it. */
export function shownValue({ isExtended, value }: ParsedParameter): string {
  return isExtended ? value : decodeEncodedWords(textOfOctets(value));
}

function collect(entity: Entity, all: Entity[]): void {
  all.push(entity);
  if (!isMultipart(entity)) return;
  for (const part of entity.parts) collect(part, all);
}

function isClear({ defects, fields }: Entity): boolean {
  if (defects.length > 0) return false;
  const field = fieldNamed(fields, 'content-type');
  return !field?.defects.some(({ code }) => code === 'content-type-syntax');
}

function nameOf(entity: Entity): NamedEntity | undefined {
  const { disposition, mediaType, fields } = entity;
  const filename = parameterNamed(disposition?.parameters ?? [], 'filename');
  const isNamed = filename !== undefined && filename.value !== '';
  const parameter = isNamed ? filename : parameterNamed(mediaType.parameters, 'name');
  if (parameter === undefined || parameter.value === '') return undefined;
  const field = fieldNamed(fields, isNamed ? 'content-disposition' : 'content-type');
  return field && { entity, filename: shownValue(parameter), field, parameter };
}
