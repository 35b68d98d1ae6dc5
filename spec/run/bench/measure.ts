/** Medians of repeated runs. */

const WARM_UPS = 30;
const RUNS_MIN = 15;
const RUNS_MAX = 2000;
/** How long one measurement may take, in milliseconds. */
const BUDGET = 1500;

/** The median time of a run in milliseconds, after some that are not counted. */
export async function medianOf(run: () => unknown): Promise<number> {
  const deadline = performance.now() + BUDGET;
  for (let count = 0; count < WARM_UPS && performance.now() < deadline; count += 1) await run();
  globalThis.gc?.();
  const times: number[] = [];
  const end = performance.now() + BUDGET;
  while (times.length < RUNS_MIN || (times.length < RUNS_MAX && performance.now() < end)) {
    const start = performance.now();
    const result = run();
    if (result instanceof Promise) await result;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1] ?? Number.NaN;
}
