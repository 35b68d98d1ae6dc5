/** The command line: arguments in, an exit status out. */

import { helpOf, wrapped } from './command.ts';
import { allCommands, commandNames, commandOf } from './commands.ts';
import { causeOf, complain } from './complaint.ts';
import { BAD_USAGE, CLEAN, FAILURE } from './exit-status.ts';
import type { Io } from './io.ts';
import { parseArguments } from './option.ts';
import { UsageError } from './usage-error.ts';
import { version } from './version.ts';

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
    io.writeErr(`Try '${helpCall(args[0])}'.\n`);
    return BAD_USAGE;
  }
}

function helpCall(name: string | undefined): string {
  return name !== undefined && commandNames.includes(name)
    ? `mimewright ${name} --help`
    : 'mimewright --help';
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || rest[0] === '--version') return say(`${await version(io)}\n`, io);
  const command = await commandOf(name === 'help' ? rest[0] : name);
  if (name === 'help' || asksForHelp(args))
    return say(command ? helpOf(command) : await usage(), io);
  if (name === undefined) throw new UsageError('no command');
  if (command === undefined) throw new UsageError(`no command ${JSON.stringify(name)}`);
  return command.run(parseArguments(rest, command.options), io);
}

/** `--help` or `-h` anywhere but after `--`, where it is a file name. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = args.slice(0, end === -1 ? args.length : end);
  return options.includes('--help') || options.includes('-h');
}

async function usage(): Promise<string> {
  const width = Math.max(...commandNames.map((name) => name.length));
  const lines = (await allCommands()).map(
    ({ name, summary }) => `  ${name.padEnd(width)}  ${wrapped(summary, width + 4)}\n`,
  );
  return `Usage: mimewright COMMAND [OPTION]... [FILE]...

Raw mail messages for Amazon SES: judged, mended, built and signed, offline.

Commands:
${lines.join('')}
'mimewright COMMAND --help' tells of each. A FILE of - is standard input.
Results go to standard output, talk to standard error.

  -h, --help   this text
  --version    the version of mimewright

Exit status: 0 all is well, 1 something was found, 2 bad usage, 3 a file could
not be read or written, 130 interrupted.
`;
}

async function say(text: string, io: Io): Promise<number> {
  await io.writeOut(text);
  return CLEAN;
}
