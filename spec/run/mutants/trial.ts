/** Mutants on trial: whether the specs tell each one from the code as it is. */

import { Tree, type Verdict } from './tree.ts';

/** What became of a mutant; one that does not compile is invalid and says nothing of the specs. */
export type Outcome = 'killed' | 'timed out' | 'survived';

/** A file with a mutant in it, and the spec files that may tell, wave by wave. */
export interface Suspect {
  readonly path: string;
  readonly text: string;
  readonly mutated: string;
  readonly waves: readonly (readonly string[])[];
}

/** A mutant may take so much longer than the code as it is: other work shares the machine. */
const PATIENCE_MS = 10_000;
const PATIENCE_FACTOR = 3;

/** Copies of the project, and how long specs take in them when nothing is wrong. */
export class Court {
  readonly #idle: Tree[];
  readonly #limitsMs = new Map<string, Promise<number>>();

  /** @param trees How many suspects may be tried at a time. */
  constructor(trees: number) {
    this.#idle = Array.from({ length: trees }, () => new Tree());
  }

  /** @throws {Error} where the specs fail without a mutant, or more are tried than there are trees. */
  async try({ path, text, mutated, waves }: Suspect): Promise<Outcome> {
    const tree = this.#idle.pop();
    if (tree === undefined) throw new Error('no tree is idle');
    try {
      for (const specs of waves) {
        const limitMs = await this.#limitOf(specs, tree);
        tree.write(path, mutated);
        const verdict = await tree.run(specs, limitMs);
        tree.write(path, text);
        if (verdict !== 'passed') return verdict === 'failed' ? 'killed' : 'timed out';
      }
      return 'survived';
    } finally {
      this.#idle.push(tree);
    }
  }

  close(): void {
    for (const tree of this.#idle) tree.remove();
  }

  #limitOf(specs: readonly string[], tree: Tree): Promise<number> {
    const key = specs.join();
    const limitMs = this.#limitsMs.get(key) ?? soberLimit(specs, tree);
    this.#limitsMs.set(key, limitMs);
    return limitMs;
  }
}

async function soberLimit(specs: readonly string[], tree: Tree): Promise<number> {
  const started = performance.now();
  const verdict: Verdict = await tree.run(specs, 10 * 60_000);
  if (verdict !== 'passed') throw new Error(`without a mutant ${verdict}: ${specs.join(' ')}`);
  return Math.round(PATIENCE_MS + PATIENCE_FACTOR * (performance.now() - started));
}
