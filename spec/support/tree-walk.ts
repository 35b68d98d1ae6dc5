/** All that a tree gives when asked: own members, getters, and methods without parameters. */

import type { Entity } from '../../lib/reader/entity.ts';

/** A value that somewhere in a tree was met. */
export interface Reached {
  readonly value: object | string;
  /** The member that gave it, and where that was met. */
  readonly name: string;
  readonly from: Reached | undefined;
  /** How many octets the places in it are counted in. */
  readonly sizeOctets: number;
}

const walks = new WeakMap<Entity, readonly Reached[]>();

/**
 * Every object and text that can be reached, each object once; no octets, which hold no places.
 *
 * Whatever members a later tree has are met too. Walked once for each tree.
 *
 * @throws {Error} where a getter or a method throws, with its way from the root.
 */
export function reachedIn(root: Entity): readonly Reached[] {
  const known = walks.get(root);
  if (known !== undefined) return known;
  const reached = walk(root);
  walks.set(root, reached);
  return reached;
}

/** The entities of a tree, each before its parts. */
export function* entitiesOf(entity: Entity): Generator<Entity> {
  yield entity;
  for (const part of entity.parts) yield* entitiesOf(part);
}

/** The way to a value, as in `parts.0.fields.2.addresses`. */
export function wayTo(reached: Reached): string {
  const names: string[] = [];
  for (let at: Reached | undefined = reached; at?.from !== undefined; at = at.from) {
    names.unshift(at.name);
  }
  return names.join('.');
}

function walk(root: Entity): readonly Reached[] {
  const seen = new Set<object>([root]);
  const reached: Reached[] = [
    { value: root, name: '', from: undefined, sizeOctets: root.span.end },
  ];
  for (const from of reached) {
    if (typeof from.value === 'string') continue;
    for (const name of memberNames(from.value)) {
      const value = member(from, name);
      if (typeof value === 'string') {
        reached.push({ value, name, from, sizeOctets: from.sizeOctets });
      } else if (isWorthAWalk(value) && !seen.has(value)) {
        seen.add(value);
        reached.push({ value, name, from, sizeOctets: sizeWithin(from, name, value) });
      }
    }
  }
  return reached;
}

function isWorthAWalk(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

/** A message that was encoded where it was embedded is a tree over octets of its own. */
function sizeWithin(from: Reached, name: string, value: object): number {
  const embedded = name === 'message' ? Reflect.get(value, 'span') : undefined;
  return embedded === undefined ? from.sizeOctets : embedded.end;
}

function member(from: Reached, name: string): unknown {
  try {
    const value: unknown = Reflect.get(Object(from.value), name);
    return typeof value === 'function' ? Reflect.apply(value, from.value, []) : value;
  } catch (cause) {
    const way = wayTo({ value: name, name, from, sizeOctets: 0 });
    throw new Error(`${way} throws ${String(cause)}`, { cause });
  }
}

const inherited = new WeakMap<object, readonly string[]>();

function memberNames(value: object): readonly string[] {
  const prototype: object | null = Object.getPrototypeOf(value);
  const own = Object.keys(value);
  return prototype === null || prototype === Object.prototype || Array.isArray(value)
    ? own
    : [...own, ...inheritedNames(prototype)];
}

/** Getters, and methods that can be called without an argument. */
function inheritedNames(prototype: object): readonly string[] {
  const known = inherited.get(prototype);
  if (known !== undefined) return known;
  const names = Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([name, descriptor]) => {
      const isMethod = typeof descriptor.value === 'function' && descriptor.value.length === 0;
      return name !== 'constructor' && ('get' in descriptor || isMethod);
    })
    .map(([name]) => name);
  inherited.set(prototype, names);
  return names;
}
