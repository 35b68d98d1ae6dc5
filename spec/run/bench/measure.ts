/** Medians of repeated runs. */

/** Runs that are not counted, at least; a compiler takes its time to see what is run often. */
const WARM_UPS = 30;
const WARM_UP_TIME = 700;
const RUNS_MIN = 15;
const RUNS_MAX = 2000;
/** How long one measurement may take, in milliseconds. */
const BUDGET = 1500;

/** The median time of a run in milliseconds, after some that are not counted. */
export async function medianOf(run: () => unknown): Promise<number> {
  const start = performance.now();
  for (let count = 0; isWarmingUp(count, performance.now() - start); count += 1) await run();
  globalThis.gc?.();
  const times: number[] = [];
  const end = performance.now() + BUDGET;
  while (times.length < RUNS_MIN || (times.length < RUNS_MAX && performance.now() < end)) {
    const before = performance.now();
    const result = run();
    if (result instanceof Promise) await result;
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1] ?? Number.NaN;
}

function isWarmingUp(count: number, time: number): boolean {
  return time < WARM_UP_TIME || (count < WARM_UPS && time < BUDGET);
}
