/** The messages that mutations start from: the seeds, and whatever showed something new. */

import type { Entity } from '../../../lib/reader/entity.ts';
import { entitiesOf, reachedIn } from '../../support/tree-walk.ts';
import type { Random } from './random.ts';

/** Beside the seeds; one more takes the place of any. */
const NOVEL_MAX = 4000;

/** A larger one is mutated too rarely and read too slowly to be worth its place. */
const NOVEL_OCTETS_MAX = 40_000;

/** Entities that count for the shape of a tree. */
const SHAPE_ENTITIES_MAX = 4;

/** Defect codes of one message that count for what is new in it. */
const CODES_MAX = 30;

/** Messages to mutate, and what all that were ever offered have shown. */
export class Pool {
  readonly #seeds: readonly Buffer[];
  readonly #novel: Buffer[] = [];
  readonly #shown = new Set<string>();
  readonly #defectSets = new Set<string>();

  constructor(seeds: readonly Buffer[]) {
    this.#seeds = seeds;
  }

  get size(): number {
    return this.#seeds.length + this.#novel.length;
  }

  /** Distinct sets of defect codes among all trees. */
  get defectSets(): number {
    return this.#defectSets.size;
  }

  /** Of two, the shorter: short messages are read more often in the same time. */
  pick(random: Random): Buffer {
    const all = random.onceIn(3) || this.#novel.length === 0 ? this.#seeds : this.#novel;
    const [one, two] = [random.pick(all), random.pick(all)];
    return one.length < two.length ? one : two;
  }

  /**
   * Keeps octets whose tree shows two things together that were not seen together before: two
   * defects, or a defect and a shape.
   */
  offer(octets: Buffer, root: Entity, random: Random): void {
    const codes = defectCodesOf(root);
    this.#defectSets.add(codes.join());
    const before = this.#shown.size;
    for (const pair of pairsOf([shapeOf(root), ...codes.slice(0, CODES_MAX)]))
      this.#shown.add(pair);
    if (this.#shown.size === before || octets.length > NOVEL_OCTETS_MAX) return;
    const at = this.#novel.length < NOVEL_MAX ? this.#novel.length : random.below(NOVEL_MAX);
    this.#novel[at] = Buffer.from(octets);
  }
}

/** Each with itself and with each behind it. */
function* pairsOf(things: readonly string[]): Generator<string> {
  for (const [at, one] of things.entries()) {
    for (const other of things.slice(at)) yield `${one} ${other}`;
  }
}

/** The codes of all defects that can be reached, each once, in order. */
function defectCodesOf(root: Entity): readonly string[] {
  const codes = new Set<string>();
  for (const { value, name } of reachedIn(root)) {
    if (name === 'code' && typeof value === 'string') codes.add(value);
  }
  return [...codes].sort();
}

/** What the first entities are: type, encoding, and how many parts, of which three are many. */
function shapeOf(root: Entity): string {
  const shapes: string[] = [];
  for (const { mediaType, transferEncoding, parts } of entitiesOf(root)) {
    if (shapes.length === SHAPE_ENTITIES_MAX) break;
    shapes.push(`${mediaType.type[0]}${transferEncoding[0]}${Math.min(parts.length, 3)}`);
  }
  return shapes.join();
}
