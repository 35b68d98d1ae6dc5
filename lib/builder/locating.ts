/** Errors of the builder's methods, with the place in a spec where the value stands. */

import { MimewrightError } from '../errors.ts';

/**
 * Runs a step. The messages of its errors then start with a path, in place of the name that the
 * builder has for the same thing: `attach.filename` becomes `attachments[1].filename`.
 */
export function locating<T>(path: string, name: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof MimewrightError)) throw error;
    const { code, message } = error;
    const isNamed = message.startsWith(name) && /^[.: ]/.test(message.slice(name.length));
    const rest = isNamed ? message.slice(name.length) : `: ${message}`;
    throw new MimewrightError(code, path + rest, { cause: error });
  }
}
