/** Where messages come from and go to: files, or the standard streams. */

import { causeOf, complain } from './complaint.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

/** Names standard input, and of an output standard output. */
export const STREAM = '-';

/** What is said in place of `-`. */
export function inputName(file: string): string {
  return file === STREAM ? '(stdin)' : file;
}

/** The octets of a file; undefined, with the cause said, where it cannot be read. */
export async function readMessage(file: string, io: Io): Promise<Uint8Array | undefined> {
  try {
    return file === STREAM ? await io.readStdin() : await io.readFile(file);
  } catch (error) {
    complain(io, `${file}: ${causeOf(error)}`);
    return undefined;
  }
}

/** Writes octets; false, with the cause said, where they cannot be written. */
export async function writeMessage(file: string, octets: Uint8Array, io: Io): Promise<boolean> {
  if (file === STREAM) {
    io.writeOut(octets);
    return true;
  }
  try {
    await io.writeFile(file, octets);
    return true;
  } catch (error) {
    complain(io, `${file}: ${causeOf(error)}`);
    return false;
  }
}

/** The one file that a command works on. */
export function onlyFile(files: readonly string[], command: string): string {
  const [file] = files;
  if (file === undefined) throw new UsageError(`no file to ${command}`);
  if (files.length > 1) throw new UsageError(`${command} takes one file, not ${files.length}`);
  return file;
}
