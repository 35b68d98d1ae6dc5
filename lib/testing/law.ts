/** A law of mail as a function of any sender, tried with arbitrary input. */

import fc from 'fast-check';
import { NotWritten, withDerivedParts } from './derived-parts.ts';
import type { Eventually, Sender, SenderPart, SenderWith } from './sender.ts';

export interface CheckOptions {
  /** The same seed and runs give the same input; chosen anew if left out. */
  readonly seed?: number;
  /** Arbitrary inputs beside the examples, which are always tried; 100 if left out. */
  readonly numRuns?: number;
  /** True: the first counterexample will do, it need not be made small. */
  readonly endOnFailure?: boolean;
}

interface Tried {
  /** Its id. */
  readonly law: string;
  /** Its name. */
  readonly sender: string;
  /** Absent where the sender has no part that the law is about. */
  readonly seed?: number;
  /** Inputs on which the law said something, shrinking aside. */
  readonly runs: number;
}

/** What a law found of a sender. */
export type Verdict =
  | (Tried & { readonly kind: 'holds' })
  | (Tried & {
      readonly kind: 'broken';
      readonly fault: string;
      /** The smallest input found, or the first, written as JavaScript. */
      readonly counterexample: string;
    })
  /** The sender has no part that the law is about, or never wrote such a thing. */
  | (Tried & { readonly kind: 'untried' });

export interface Law {
  readonly id: string;
  /** What should hold, in a sentence. */
  readonly states: string;
  /** Where that stands, as `RFC 2045 §6.8`; the house where it is our own wish. */
  readonly source: string;
  /** All that the law needs of a sender. */
  readonly needs: readonly SenderPart[];
  /** True where a counterexample may be an attack: tell it to the sender's maintainers alone. */
  readonly isExploitable: boolean;
  /** Tries the law. It rejects only where the law itself is at fault. */
  readonly check: (sender: Sender, options?: CheckOptions) => Promise<Verdict>;
}

/** A law as it is written down. */
export interface LawDefinition<P extends SenderPart, T> {
  readonly id: string;
  readonly states: string;
  readonly source: string;
  readonly needs: readonly P[];
  readonly isExploitable?: true;
  /** What it means that a sender refuses the input; where left out, that it says nothing here. */
  readonly refusal?: 'breaks' | 'keeps';
  readonly arbitrary: fc.Arbitrary<T>;
  readonly examples?: readonly T[];
  /** What is wrong with what the sender makes of the input; undefined if nothing is. */
  readonly fault: (sender: SenderWith<P>, input: T) => Eventually<string | undefined>;
}

const RUNS_DEFAULT = 100;

/** Makes a law of its definition. */
export function law<P extends SenderPart, T>(definition: LawDefinition<P, T>): Law {
  const { id, states, source, needs, isExploitable = false } = definition;
  return {
    id,
    states,
    source,
    needs,
    isExploitable,
    async check(sender, options = {}) {
      const whole = withDerivedParts(sender);
      if (hasParts(whole, needs)) return tried(definition, whole, options);
      return { kind: 'untried', law: id, sender: sender.name, runs: 0 };
    },
  };
}

/** What went wrong with one input: told by a property that fails. */
class Fault extends Error {}

async function tried<P extends SenderPart, T>(
  { id, arbitrary, examples = [], refusal, fault }: LawDefinition<P, T>,
  sender: SenderWith<P>,
  { numRuns = RUNS_DEFAULT, ...options }: CheckOptions,
): Promise<Verdict> {
  let runs = 0;
  let isShrinking = false;
  const property = fc.asyncProperty(arbitrary, async (input) => {
    const found = await faultOf(() => fault(sender, input), refusal);
    if (found === UNWRITTEN) return;
    if (!isShrinking) runs += 1;
    if (found === undefined) return;
    isShrinking = true;
    throw new Fault(found);
  });
  const details = await fc.check(property, {
    ...options,
    numRuns: numRuns + examples.length,
    examples: examples.map((example) => [example]),
  });
  const { failed, seed, counterexample, errorInstance } = details;
  const about = { law: id, sender: sender.name, seed, runs };
  if (!failed) return { kind: runs === 0 ? 'untried' : 'holds', ...about };
  if (!(errorInstance instanceof Fault)) throw errorInstance;
  const written = fc.stringify(counterexample?.[0]);
  return { kind: 'broken', ...about, fault: errorInstance.message, counterexample: written };
}

const UNWRITTEN = Symbol('unwritten');

async function faultOf(
  look: () => Eventually<string | undefined>,
  refusal: 'breaks' | 'keeps' | undefined,
): Promise<string | undefined | typeof UNWRITTEN> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof NotWritten || refusal === undefined) return UNWRITTEN;
    if (refusal === 'keeps') return undefined;
    return `refused: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function hasParts<P extends SenderPart>(
  sender: Sender,
  parts: readonly P[],
): sender is SenderWith<P> {
  return parts.every((part) => sender[part] !== undefined);
}
