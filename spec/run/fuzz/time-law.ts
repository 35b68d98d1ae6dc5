/** The law of time: reading is linear in the octets, and so is all that is lazy. */

import * as assert from 'uvu/assert';
import { preflight } from '../../../lib/preflight/run.ts';
import { read } from '../../../lib/reader/read.ts';
import { judge, type Verdict } from '../../support/tree-laws.ts';
import { reachedIn } from '../../support/tree-walk.ts';

/**
 * Generous: many times what is needed on a busy machine, 16,000 parts of five octets included, and
 * little beside anything quadratic.
 */
const BASE_MILLISECONDS = 1000;
const MILLISECONDS_PER_OCTET = 0.002;

/** Slow work is measured anew so often: the machine does other things too. */
const ATTEMPTS = 3;

const works: Readonly<Record<string, (octets: Buffer) => unknown>> = {
  read,
  'reading all members': (octets) => reachedIn(read(octets)),
  preflight: (octets) => preflight(octets),
};

/** Holds octets to the laws of trees, and to that of time where it took long enough to ask. */
export function judgeWithTime(octets: Buffer): Verdict {
  const startedAt = performance.now();
  const verdict = judge(octets);
  const isQuick = performance.now() - startedAt < BASE_MILLISECONDS;
  return isQuick || verdict.broken ? verdict : judge(octets, { 'time-linear': timeLinear });
}

/** Asserts that each work takes time in proportion to the octets; processor time, of this process. */
export function timeLinear(octets: Buffer): void {
  const limit = BASE_MILLISECONDS + MILLISECONDS_PER_OCTET * octets.length;
  for (const [name, work] of Object.entries(works)) {
    const times = Array.from({ length: ATTEMPTS }, () => processorTimeOf(() => work(octets)));
    const least = Math.min(...times);
    if (least > limit) assert.unreachable(`${name} takes ${least} of ${limit} ms`);
  }
}

function processorTimeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
