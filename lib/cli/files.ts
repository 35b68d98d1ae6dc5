/** The one message of a command that works on one: where it comes from and goes to. */

import { causeOf, complain } from './complaint.ts';
import { STREAM } from './inputs.ts';
import type { Io } from './io.ts';
import type { Option } from './option.ts';
import { UsageError } from './usage-error.ts';

export const outputOption: Option = {
  name: 'output',
  short: 'o',
  value: 'FILE',
  help: 'where the message goes, in place of standard output',
};

/** What is said in place of `-`. */
export function inputName(file: string): string {
  return file === STREAM ? '(stdin)' : file;
}

/** The octets of a file; undefined, with the cause said, where it cannot be read. */
export async function readMessage(file: string, io: Io): Promise<Uint8Array | undefined> {
  try {
    return file === STREAM ? await io.readStdin() : await io.readFile(file);
  } catch (error) {
    complain(io, `${inputName(file)}: ${causeOf(error)}`);
    return undefined;
  }
}

/** Writes octets; false, with the cause said, where they cannot be written. */
export async function writeMessage(file: string, octets: Uint8Array, io: Io): Promise<boolean> {
  if (file === STREAM) {
    await io.writeOut(octets);
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

/** The one file that a command works on. @throws {UsageError} */
export function onlyFile(files: readonly string[], command: string): string {
  const [file] = files;
  if (file === undefined) throw new UsageError(`no file to ${command}`);
  if (files.length > 1) throw new UsageError(`${command} takes one file, not ${files.length}`);
  return file;
}

/** A text file that an option names. @throws {UsageError} where it cannot be read. */
export async function readText(option: string, file: string, io: Io): Promise<string> {
  try {
    return new TextDecoder().decode(await io.readFile(file));
  } catch (error) {
    throw new UsageError(`--${option} ${file}: ${causeOf(error)}`);
  }
}
