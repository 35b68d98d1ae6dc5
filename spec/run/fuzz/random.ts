/** Numbers that look random and are the same for a seed: xorshift, as Marsaglia described it in 2003. */

export class Random {
  #state: number;

  /** @param seed An integer; each gives another sequence, but for 0, which gives that of 1. */
  constructor(seed: number) {
    this.#state = seed | 0 || 1;
    for (let times = 0; times < 8; times += 1) this.#next();
  }

  /** An integer from 0 to below `limit`; 0 where there is none. */
  below(limit: number): number {
    return Math.floor((this.#next() / 2 ** 32) * limit);
  }

  /** True once in so many times. */
  onceIn(times: number): boolean {
    return this.below(times) === 0;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    const at = this.below(list.length);
    for (const item of list.slice(at, at + 1)) return item;
    throw new Error('nothing to pick from');
  }

  /** A length from 1 to `limit`, the short ones far more often than the long ones. */
  length(limit: number): number {
    const most = 2 ** this.below(Math.ceil(Math.log2(limit + 1)) + 1);
    return 1 + this.below(Math.min(most, limit));
  }

  #next(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return state >>> 0;
  }
}
