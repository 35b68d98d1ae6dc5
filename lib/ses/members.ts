/** The members of a request: each read once, held to its type, and named by its path. */

import { missing, recordArgument, stringArgument, wrongType } from '../arguments.ts';

/** A member that nobody asked for: a client leaves it out of the call without a word. */
export interface Stranger {
  readonly name: string;
  /** As in `Destination.ToAddress`. */
  readonly path: string;
  /** Path of what it is in; empty for the request itself. */
  readonly within: string;
  /** The names that are members there. */
  readonly known: readonly string[];
}

/** Undefined and null are as good as absent, for the clients leave them out. */
export class Members {
  readonly #path: string;
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #known = new Set<string>();
  readonly #within: Members[] = [];

  /** @throws {MimewrightError} `value-missing` or `value-type` for what is no plain object. */
  constructor(path: string, value: unknown) {
    this.#path = path;
    this.#values = recordArgument(path === '' ? 'input' : path, value);
  }

  /** True for a member that has a value; asked for or not. */
  has(name: string): boolean {
    return (this.#values.get(name) ?? undefined) !== undefined;
  }

  /** @returns Undefined, never null, where there is none. */
  value(name: string): unknown {
    this.#known.add(name);
    return this.#values.get(name) ?? undefined;
  }

  /** A text, which may be empty. */
  text(name: string): string | undefined {
    const value = this.value(name);
    return value === undefined ? undefined : stringArgument(this.pathOf(name), value);
  }

  /** A list of texts, each of which may be empty. */
  texts(name: string): string[] | undefined {
    return this.#list(name, stringArgument);
  }

  /** A member that has members. */
  members(name: string): Members | undefined {
    const value = this.value(name);
    return value === undefined ? undefined : this.#inner(this.pathOf(name), value);
  }

  /** A list of what has members. */
  membersList(name: string): Members[] | undefined {
    return this.#list(name, (path, value) => this.#inner(path, value));
  }

  /** What no one asked for, here and in what was asked for. */
  strangers(): readonly Stranger[] {
    const known = [...this.#known];
    const own = [...this.#values.keys()]
      .filter((name) => this.has(name) && !this.#known.has(name))
      .map((name) => ({ name, path: this.pathOf(name), within: this.#path, known }));
    return [...own, ...this.#within.flatMap((inner) => inner.strangers())];
  }

  pathOf(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`;
  }

  #inner(path: string, value: unknown): Members {
    const inner = new Members(path, value);
    this.#within.push(inner);
    return inner;
  }

  #list<T>(name: string, of: (path: string, value: unknown) => T): T[] | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    const path = this.pathOf(name);
    if (!Array.isArray(value)) throw wrongType(path, value, 'a list');
    // By index, for a list may have an iterator of its own.
    return Array.from({ length: value.length }, (_, at) => {
      const one: unknown = value[at];
      if (one === undefined || one === null) throw missing(`${path}[${at}]`, one);
      return of(`${path}[${at}]`, one);
    });
  }
}
