/** The suites of a spec file, as uvu queues them. */

import { pathToFileURL } from 'node:url';

export type Step = (state: unknown) => unknown;

export interface Test {
  readonly name: string;
  readonly handler: Step;
}

/** What uvu keeps of one suite; the names are uvu's. */
interface Context {
  readonly tests: readonly Test[];
  readonly only: readonly Test[];
  readonly skips: number;
  readonly before: readonly Step[];
  readonly after: readonly Step[];
  readonly bEach: readonly Step[];
  readonly aEach: readonly Step[];
  readonly state: unknown;
}

export interface Suite extends Context {
  readonly name: string;
}

declare global {
  var UVU_DEFER: 0 | 1 | undefined;
  var UVU_QUEUE: unknown[][] | undefined;
}

let read = 0;

/**
 * Imports a spec file and returns the suites that it queued, none of them run yet.
 *
 * uvu queues its own loop, bound to the suite's context, and that loop hides what a hook throws.
 * So the context is read as it is bound, and the runner loops itself; uvu's queue is the control.
 *
 * @throws what the file throws, and an Error when the queue holds what was not read.
 */
export async function importSuites(file: string): Promise<readonly Suite[]> {
  globalThis.UVU_DEFER = 1; // before uvu is first imported, or each suite runs by itself
  globalThis.UVU_QUEUE ??= [[]];
  const suites: Suite[] = [];
  const { bind } = Function.prototype; // oxlint-disable-line typescript/unbound-method
  const reading = function (this: unknown, ...bound: unknown[]): unknown {
    const [, context, name] = bound;
    if (isContext(context)) suites.push({ ...context, name: String(name) });
    return Reflect.apply(bind, this, bound);
  };
  Object.assign(Function.prototype, { bind: reading });
  try {
    await import(pathToFileURL(file).href);
  } finally {
    Object.assign(Function.prototype, { bind });
    read += suites.length;
  }
  assertAllRead();
  return suites;
}

/** @throws {Error} when uvu has queued other suites than those read, as by a `run()` in a callback. */
export function assertAllRead(): void {
  const queued = globalThis.UVU_QUEUE?.flat().length ?? 0;
  if (queued === read) return;
  const message = `uvu has queued ${queued} suites, of which ${read} were read: is a run() late?`;
  read = queued;
  throw new Error(message);
}

function isContext(value: unknown): value is Context {
  return typeof value === 'object' && value !== null && 'bEach' in value && 'skips' in value;
}
