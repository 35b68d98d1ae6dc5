/** Runs suites: every hook and test is a step that passes, or fails with all that it threw. */

import { setImmediate as turn } from 'node:timers/promises';
import type { Tally } from './tally.ts';
import type { Step, Suite, Test } from './uvu-queue.ts';

/** Runs one suite, prints its line, and adds what came of it to the tally. */
export async function runSuite(suite: Suite, tally: Tally, limitMs: number): Promise<void> {
  const { passed, failed } = tally;
  const started = performance.now();
  const step = (name: string, work: () => Promise<void>): Promise<boolean> =>
    attempt(`${suite.name} › ${name}`, tally, limitMs, work);

  if (await step('before', () => inOrder(suite.before, suite))) {
    for (const test of suite.only.length > 0 ? suite.only : suite.tests) {
      const ran = await step(test.name, () => runTest(test, suite));
      const cleared = await step(`after each: ${test.name}`, () => inOrder(suite.aEach, suite));
      if (ran && cleared) tally.passed += 1;
    }
  }
  await step('after', () => inOrder(suite.after, suite));

  const failures = tally.failed === failed ? '' : `, ${tally.failed - failed} failed`;
  const elapsed = `${Math.round(performance.now() - started)} ms`;
  console.log(`${suite.name.padEnd(40)} ${tally.passed - passed} passed${failures}  ${elapsed}`);
}

/** Does a piece of work; whatever keeps it from ending well is a failure of that name. */
export async function attempt(
  name: string,
  tally: Tally,
  limitMs: number,
  work: () => Promise<void>,
): Promise<boolean> {
  const before = tally.failed;
  tally.running = name;
  try {
    await within(limitMs, work());
    await turn(); // a rejection that nobody awaits comes to light here, beside its test
  } catch (thrown) {
    tally.fail(name, thrown);
  }
  return tally.failed === before;
}

async function runTest(test: Test, suite: Suite): Promise<void> {
  await inOrder(suite.bEach, suite);
  await test.handler(suite.state);
}

async function inOrder(hooks: readonly Step[], { state }: Suite): Promise<void> {
  for (const hook of hooks) await hook(state);
}

/** Rejects when time is up, or as soon as nothing is alive that could still settle the work. */
function within(limitMs: number, work: Promise<void>): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const late = (): void => reject(new Error(`not settled after ${limitMs} ms`));
    const idle = (): void => {
      setImmediate(() => reject(new Error('never settles: nothing is left that could settle it')));
    };
    const timer = setTimeout(late, limitMs).unref(); // or it would itself be what is left alive
    process.once('beforeExit', idle);
    const stop = (): void => {
      clearTimeout(timer);
      process.off('beforeExit', idle);
    };
    work.finally(stop).then(resolve, reject);
  });
}
