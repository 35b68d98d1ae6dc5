/** Verified identities: on the command line, or in a file that somebody or the AWS CLI wrote. */

import { readText } from './files.ts';
import type { Io } from './io.ts';
import type { Arguments } from './option.ts';
import { UsageError } from './usage-error.ts';

/** Those of `--identity` and of the file of `--identities`. @throws {UsageError} */
export async function identitiesOf(args: Arguments, io: Io): Promise<readonly string[]> {
  const file = args.text('identities');
  return [...args.texts('identity'), ...(file === undefined ? [] : await identitiesIn(file, io))];
}

async function identitiesIn(file: string, io: Io): Promise<readonly string[]> {
  const text = await readText('identities', file, io);
  return /^\s*[[{]/.test(text) ? namesInJson(file, text) : namesInLines(text);
}

/** One a line; what follows a `#` is a remark. */
function namesInLines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

function namesInJson(file: string, text: string): readonly string[] {
  try {
    return [...namesIn(JSON.parse(text))];
  } catch {
    throw new UsageError(`--identities ${file}: it is neither a list nor the JSON of the AWS CLI`);
  }
}

/**
 * `{ Identities: ["a"] }` of v1, `{ EmailIdentities: [{ IdentityName: "a" }] }` of v2, or a list. Of v2,
 * what is said not to send yet does not count.
 */
function* namesIn(value: unknown): Generator<string, void, undefined> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const one of value) yield* namesIn(one);
  else if (typeof value === 'object' && value !== null) {
    if ('SendingEnabled' in value && value.SendingEnabled === false) return;
    for (const [name, member] of Object.entries(value)) {
      if (/^(?:Identities|EmailIdentities|IdentityName)$/.test(name)) yield* namesIn(member);
    }
  }
}
