/** What a command says when it cannot do its work: one line to standard error. */

import { getSystemErrorMap } from 'node:util';
import type { Io } from './io.ts';

/** Says one line; line ends and other control characters, as in a file name, are shown as escapes. */
export function complain(io: Io, text: string): void {
  io.writeErr(`mimewright: ${text.replace(UNPRINTABLE, escaped)}\n`);
}

/** Why something failed, without a stack: `no such file or directory`. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const number = 'errno' in error && typeof error.errno === 'number' ? error.errno : 0;
  const [, text = error.message] = getSystemErrorMap().get(number) ?? [];
  return text;
}

/** Waits for a step with a file; what goes wrong with it is said with the name of the file. */
export async function withFile<T>(file: string, step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw new Error(`${file}: ${causeOf(error)}`, { cause: error });
  }
}

const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
