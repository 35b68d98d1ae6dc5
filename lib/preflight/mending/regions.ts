/** The regions of a message, each made when first asked for. */

import { LF } from '../../octets/ascii.ts';
import type { Entity } from '../../reader/entity.ts';
import type { HeaderField } from '../../reader/header-field.ts';
import { hasTextLines } from '../../recode/leaf-body.ts';
import { hasLoneCrOrLf } from '../../transfer/survey.ts';
import type { MessageFacts } from '../facts.ts';
import { CloseRegion } from './close-region.ts';
import { EntityRegion } from './entity-region.ts';
import { FieldRegion } from './field-region.ts';
import type { Sealed } from './sealed.ts';

export class Regions {
  readonly #facts: MessageFacts;
  readonly #sealed: Sealed;
  readonly #domain: string | undefined;
  readonly #fields = new Map<HeaderField, FieldRegion>();
  readonly #entities = new Map<Entity, EntityRegion>();
  readonly #ends = new Map<number, CloseRegion>();

  #outermost: ReadonlyMap<number, Entity> | undefined;

  /** @param domain Of a Message-ID that the message is to get. */
  constructor(facts: MessageFacts, sealed: Sealed, domain: string | undefined) {
    this.#facts = facts;
    this.#sealed = sealed;
    this.#domain = domain;
  }

  ofField(field: HeaderField): FieldRegion {
    const region = this.#fields.get(field) ?? new FieldRegion(this.#facts.octets, field);
    this.#fields.set(field, region);
    return region;
  }

  ofEntity(entity: Entity): EntityRegion {
    const { octets, root } = this.#facts;
    const around = { isRoot: entity === root, domain: this.#domain };
    const region = this.#entities.get(entity) ?? new EntityRegion(octets, entity, around);
    this.#entities.set(entity, region);
    return region;
  }

  /**
   * Whether the header section of an entity around this one ends at the same place, so that it is
   * open whose insertion goes first; once the empty line between them is written, it is no more.
   */
  isCrowded(entity: Entity): boolean {
    this.#outermost ??= new Map(
      this.#facts.entities.toReversed().map((one) => [one.headerSection.end, one] as const),
    );
    return this.#outermost.get(entity.headerSection.end) !== entity;
  }

  /** Of the multiparts that end at a place. */
  ofEnd(offset: number): CloseRegion {
    const region = this.#ends.get(offset) ?? new CloseRegion(this.#facts.octets, offset);
    this.#ends.set(offset, region);
    return region;
  }

  /** Those that have been asked for. */
  get ofEntities(): ReadonlyMap<Entity, EntityRegion> {
    return this.#entities;
  }

  /** Asks to encode the bodies that a claim holds for, where that can be done. */
  wantBodies(isWanted: (entity: Entity) => boolean): readonly EntityRegion[] {
    const found: EntityRegion[] = [];
    for (const entity of this.#facts.entities) {
      const { parts, body } = entity;
      if (parts.length > 0 || this.#sealed.has(body.start) || !isWanted(entity)) continue;
      const region = this.ofEntity(entity);
      if (this.isCrowded(entity) || !region.mends('body')) continue;
      region.want('body');
      found.push(region);
    }
    return found;
  }
}

/** Whether a bare CR or LF in a body, or the absence of one at the end, is content. */
export function holdsLineEnds(message: Buffer, entity: Entity): boolean {
  const { body, transferEncoding } = entity;
  if (hasTextLines(entity) || transferEncoding === 'base64') return false;
  const octets = message.subarray(body.start, body.end);
  if (hasLoneCrOrLf(octets)) return true;
  return body.end === message.length && octets.length > 0 && octets.at(-1) !== LF;
}
