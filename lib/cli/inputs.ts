/** The messages that a command line names: files, folders, patterns, standard input. */

import { causeOf } from './complaint.ts';
import { globOf } from './glob-match.ts';
import type { Io } from './io.ts';
import { jsonLineMessages } from './json-lines.ts';
import { mboxMessages } from './mbox.ts';
import { UsageError } from './usage-error.ts';

/** Names standard input, and of an output standard output. */
export const STREAM = '-';

/** A message with its name, or what could not be read. */
export type Input =
  | { readonly name: string; readonly octets: Uint8Array }
  | { readonly name: string; readonly fault: string };

const WILDCARD = /[*?[\]{}]/;
const OF_MAIL = /\.(?:eml|mime|mbox|jsonl|ndjson)$/i;
const OF_MBOX = /\.mbox$/i;
const OF_JSON_LINES = /\.(?:jsonl|ndjson)$/i;

/** How many files are asked for, and what standard input is called. */
export interface InputOptions {
  readonly stdinName: string;
  /** Nothing to do is no error. */
  readonly mayBeNone: boolean;
}

/**
 * The files that operands stand for, each once, in order: a folder for all mail below it, a pattern
 * for what it matches. What is no folder and no pattern stands for itself, whatever it is called.
 *
 * @throws {UsageError} where a folder or pattern stands for nothing.
 */
export async function filesOf(
  operands: readonly string[],
  { mayBeNone }: InputOptions,
  io: Io,
): Promise<readonly string[]> {
  const files = new Map<string, string>();
  for (const operand of operands) {
    const found = await filesOfOne(operand, io);
    if (found.length === 0 && !mayBeNone) {
      throw new UsageError(`no mail in ${JSON.stringify(operand)}`);
    }
    for (const file of found) {
      const path = file === STREAM ? file : io.absolute(file);
      if (!files.has(path)) files.set(path, file);
    }
  }
  return [...files.values()];
}

async function filesOfOne(operand: string, io: Io): Promise<readonly string[]> {
  if (operand === STREAM) return [operand];
  if (await io.isFolder(operand)) {
    return (await io.filesBelow(operand)).filter((file) => OF_MAIL.test(file));
  }
  if (!WILDCARD.test(operand) || (await exists(operand, io))) return [operand];
  const { folder, matches } = globOf(operand);
  if (!(await io.isFolder(folder))) return [];
  return (await io.filesBelow(folder)).filter(matches);
}

async function exists(file: string, io: Io): Promise<boolean> {
  try {
    await io.readFile(file);
    return true;
  } catch {
    return false;
  }
}

/** The messages of a file: one, but of an mbox or of JSON lines all of them, by number. */
export async function* messagesOf(
  file: string,
  { stdinName }: InputOptions,
  io: Io,
): AsyncGenerator<Input, void, undefined> {
  const name = file === STREAM ? stdinName : file;
  const octets = await octetsOf(file, io);
  if (typeof octets === 'string') yield { name, fault: octets };
  else if (OF_MBOX.test(name)) {
    let number = 0;
    for (const message of mboxMessages(octets)) {
      number += 1;
      yield { name: `${name}#${number}`, octets: message };
    }
    if (number === 0 && octets.length > 0) yield { name, fault: 'no From line: it is no mbox' };
  } else if (OF_JSON_LINES.test(name)) {
    for (const { line, ...message } of jsonLineMessages(octets)) {
      yield { ...message, name: message.name ?? `${name}#${line}` };
    }
  } else yield { name, octets };
}

/** The octets, or why there are none. */
async function octetsOf(file: string, io: Io): Promise<Uint8Array | string> {
  try {
    return file === STREAM ? await io.readStdin() : await io.readFile(file);
  } catch (error) {
    return causeOf(error);
  }
}
