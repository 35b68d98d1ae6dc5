/** The command line: arguments in, an exit status out. */

import { fileURLToPath } from 'node:url';
import { check } from './commands/check.ts';
import { fixFile } from './commands/fix.ts';
import { redirectFile } from './commands/redirect.ts';
import { causeOf, complain } from './complaint.ts';
import { BAD_USAGE, CLEAN, FAILURE } from './exit-status.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `Usage: mimewright check [OPTION]... FILE...|-
       mimewright fix [OPTION]... FILE|-
       mimewright redirect --from MAILBOX --to ADDRESS [OPTION]... FILE|-

check tells offline what Amazon SES would refuse, rewrite or break in raw mail
messages. fix mends what can be mended without change of meaning, and makes the
message 7-bit. redirect makes foreign mail sendable in your name. A FILE of - is
standard input; a message goes to standard output, what was done with it to
standard error.

Options of check:
  -f, --format FORMAT    how the report is written: text or json (text)
  --profile PROFILE      whose rules apply: ses-v1, ses-v2 or smtp (ses-v1)
  --destination ADDRESS  a recipient that the request names; may be repeated
  --template             placeholders and absent recipients are no faults

Options of fix:
  -o, --output FILE      where the message goes, in place of standard output
  --in-place             the message goes where it came from
  --dry-run              the message goes nowhere
  --diff                 the lines that change go to standard output
  --profile PROFILE      as above
  --drop-signature       take DKIM signatures out, and mend what they covered
  --policy POLICY        keep-first or keep-last of once-only fields that differ

Options of redirect:
  --from MAILBOX         the new From, with the author's name; verified at SES
  --to ADDRESS           who gets the message; may be repeated
  --reply-to MAILBOX     who gets replies, or author (Reply-To, else the author)
  --return-path MAILBOX  who gets bounces (as --from)
  --keep NAME            a field that stays though it would go; may be repeated
  -o, --output FILE      as above

  -h, --help             this text
  --version              the version of mimewright

Exit status: 0 no errors, 1 errors are left, or SES would refuse what was
redirected, 2 bad usage, 3 a file could not be read or written.
`;

const COMMANDS: ReadonlyMap<string, (args: readonly string[], io: Io) => Promise<number>> = new Map(
  [
    ['check', check],
    ['fix', fixFile],
    ['redirect', redirectFile],
  ],
);

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
  if (command === undefined) throw new UsageError('no command');
  const perform = COMMANDS.get(command);
  if (perform === undefined) throw new UsageError(`no command ${JSON.stringify(command)}`);
  return perform(rest, io);
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
