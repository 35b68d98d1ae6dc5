/** Work that must be linear in its input, whatever the machine and its load. */

import * as assert from 'uvu/assert';

/**
 * Many times what any linear work of the specs takes, and a fraction of what quadratic work would.
 *
 * Processor time of this process, so that a busy machine does not count.
 */
const PROCESSOR_SECONDS_MAX = 30;

/** Runs work on an input so large that only linear work ends soon. */
export function assertLinear(name: string, work: () => unknown): void {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  assert.ok(seconds < PROCESSOR_SECONDS_MAX, `${name}: ${seconds} s`);
}
