/** What the library says of a bad value of the command line: bad usage. */

import { MimewrightError } from '../index.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs a step.
 *
 * @param what Stands before the cause: the file that the value comes from.
 * @throws {UsageError} where the library throws for what it was given.
 */
export function asUsage<T>(step: () => T, what?: string): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof MimewrightError)) throw error;
    throw new UsageError(what === undefined ? error.message : `${what}: ${error.message}`);
  }
}
