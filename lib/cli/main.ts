/** The command line: arguments in, an exit status out. */

import { fileURLToPath } from 'node:url';
import { check } from './commands/check.ts';
import { causeOf, complain } from './complaint.ts';
import { BAD_USAGE, CLEAN, FAILURE } from './exit-status.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `Usage: mimewright check [OPTION]... FILE...|-

Checks raw mail messages offline for what Amazon SES would refuse, rewrite or
break. A FILE of - is standard input.

Options of check:
  -f, --format FORMAT    how the report is written: text or json (text)
  --profile PROFILE      whose rules apply: ses-v1, ses-v2 or smtp (ses-v1)
  --destination ADDRESS  a recipient that the request names; may be repeated
  --template             placeholders and absent recipients are no faults

  -h, --help             this text
  --version              the version of mimewright

Exit status: 0 no errors, 1 errors, 2 bad usage, 3 an input could not be read.
`;

/** As far from `lib/cli/` as from `dist/cli/`. */
const MANIFEST = new URL('../../package.json', import.meta.url);

/**
 * Runs a command; touches nothing but `io`.
 *
 * @param args Without the program's name.
 * @returns 0 clean, 1 findings, 2 bad usage, 3 failure.
 */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    return await run(args, io);
  } catch (error) {
    complain(io, causeOf(error));
    if (!(error instanceof UsageError)) return FAILURE;
    io.writeErr("Try 'mimewright --help'.\n");
    return BAD_USAGE;
  }
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const [command, ...rest] = args;
  if (asksForHelp(args)) return say(USAGE, io);
  if (command === '--version' || rest[0] === '--version') return say(`${await version(io)}\n`, io);
  if (command === 'check') return check(rest, io);
  throw new UsageError(
    command === undefined ? 'no command' : `no command ${JSON.stringify(command)}`,
  );
}

/** `--help` or `-h` anywhere but after `--`, where it is a file name. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = args.slice(0, end === -1 ? args.length : end);
  return options.includes('--help') || options.includes('-h');
}

function say(text: string, io: Io): number {
  io.writeOut(text);
  return CLEAN;
}

async function version(io: Io): Promise<string> {
  const octets = await io.readFile(fileURLToPath(MANIFEST));
  const manifest: { readonly version: string } = JSON.parse(new TextDecoder().decode(octets));
  return manifest.version;
}
