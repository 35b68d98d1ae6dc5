/** Keeping what fuzzing finds: the octets as a message, the reason in a list beside them. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { digest } from '../../../lib/octets/digest.ts';
import type { BrokenLaw } from '../../support/tree-laws.ts';
import { minimise } from './minimise.ts';

/** Ways to break one law; beyond them finds are counted, not kept. */
const WAYS_OF_ONE_LAW_MAX = 30;

/** Enough that the finds of one law are told apart. */
const DIGEST_DIGITS = 12;

/** Which law a kept message broke when it was found, and how. */
export interface FindReason {
  readonly law: string;
  readonly message: string;
}

/** What was found and kept. */
export interface Find extends FindReason {
  readonly path: string;
}

/** The finds of one run, kept in a folder. */
export class Finds {
  readonly #folder: string;
  readonly #check: (octets: Buffer) => BrokenLaw | undefined;
  readonly #ways = new Map<string, Set<string>>();
  #count = 0;

  /** @param folder Made where it does not exist; holds `found.json` beside the messages. */
  constructor(folder: string, check: (octets: Buffer) => BrokenLaw | undefined) {
    this.#folder = folder;
    this.#check = check;
  }

  /** Inputs that broke a law, those included that broke it as another did. */
  get count(): number {
    return this.#count;
  }

  /** Minimises and keeps octets that break a law; undefined where others broke it likewise. */
  keep(octets: Buffer, broken: BrokenLaw): Find | undefined {
    this.#count += 1;
    const { law } = broken;
    if (!this.#isNew(broken)) return undefined;
    const least = minimise(octets, (rest) => this.#check(rest)?.law === law);
    const brokenByLeast = this.#check(least) ?? broken;
    const isSameWay = wayOf(brokenByLeast) === wayOf(broken);
    if (!isSameWay && !this.#isNew(brokenByLeast)) return undefined;
    const { message } = brokenByLeast.error;
    return { law, message, path: this.#write(least, { law, message }) };
  }

  /** Whether a law was broken in a way of which nothing is known; from now on it is. */
  #isNew(broken: BrokenLaw): boolean {
    const ways = this.#ways.get(broken.law) ?? new Set();
    const before = ways.size;
    if (before < WAYS_OF_ONE_LAW_MAX) ways.add(wayOf(broken));
    this.#ways.set(broken.law, ways);
    return ways.size > before;
  }

  #write(octets: Buffer, reason: FindReason): string {
    mkdirSync(this.#folder, { recursive: true });
    const name = `${reason.law}-${digest(octets.toString('latin1'), 0).slice(0, DIGEST_DIGITS)}.eml`;
    const path = resolve(this.#folder, name);
    writeFileSync(path, octets);
    const reasons = { ...reasonsIn(this.#folder), [name]: reason };
    const sorted = Object.fromEntries(Object.entries(reasons).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(listIn(this.#folder), `${JSON.stringify(sorted, null, 2)}\n`);
    return path;
  }
}

/** Why each message of a folder was kept, by file name. */
export function reasonsIn(folder: string): Readonly<Record<string, FindReason>> {
  const list = listIn(folder);
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
}

function listIn(folder: string): string {
  return resolve(folder, 'found.json');
}

/** What two finds of one fault have in common: all but the values, and where it was met. */
function wayOf({ error }: BrokenLaw): string {
  return error.message.replace(/^\S+\.|"(?:[^"\\]|\\.)*"|\d+/g, '').slice(0, 200);
}
