/** `mimewright redirect`: a foreign message made sendable in one's own name. */

import { parseArgs } from 'node:util';
import { MimewrightError, preflight, type RedirectOptions, redirect } from '../../index.ts';
import { causeOf, complain } from '../complaint.ts';
import { tell } from '../deeds.ts';
import { CLEAN, FAILURE, FINDINGS } from '../exit-status.ts';
import { inputName, onlyFile, readMessage, STREAM, writeMessage } from '../files.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

/** Writes the message, and says what was done, who gets it, and what SES would still refuse. */
export async function redirectFile(args: readonly string[], io: Io): Promise<number> {
  const { file, output, options } = parse(args);
  const octets = await readMessage(file, io);
  if (octets === undefined) return FAILURE;
  const redirected = redirectedBy(octets, options);
  if (!(await writeMessage(output, redirected.octets, io))) return FAILURE;
  const { applied, envelope } = redirected;
  const refusals = preflight(redirected).findings.filter(({ ses }) => ses?.refuses === true);
  tell(io, inputName(file), 'done', applied);
  complain(io, `bounces to ${envelope.from ?? ''}, message to ${envelope.to.join(', ')}`);
  tell(io, inputName(file), 'SES would still refuse it', refusals);
  return refusals.length === 0 ? CLEAN : FINDINGS;
}

/** Whatever the message: only the addresses and names given can be at fault. */
function redirectedBy(octets: Uint8Array, options: RedirectOptions): ReturnType<typeof redirect> {
  try {
    return redirect(octets, options);
  } catch (error) {
    if (error instanceof MimewrightError) throw new UsageError(error.message);
    throw error;
  }
}

interface Request {
  readonly file: string;
  readonly output: string;
  readonly options: RedirectOptions;
}

function parse(args: readonly string[]): Request {
  const { values, positionals } = parseRedirectArgs(args);
  const { from, to, keep, output = STREAM } = values;
  const { 'reply-to': replyTo, 'return-path': returnPath } = values;
  const file = onlyFile(positionals, 'redirect');
  if (from === undefined) throw new UsageError('--from MAILBOX is due');
  if (to === undefined) throw new UsageError('--to ADDRESS is due');
  return {
    file,
    output,
    options: {
      from,
      to,
      ...(replyTo !== undefined && { replyTo }),
      ...(returnPath !== undefined && { returnPath }),
      ...(keep !== undefined && { keep }),
    },
  };
}

interface RedirectArgs {
  readonly values: {
    readonly from?: string | undefined;
    readonly to?: string[] | undefined;
    readonly 'reply-to'?: string | undefined;
    readonly 'return-path'?: string | undefined;
    readonly keep?: string[] | undefined;
    readonly output?: string | undefined;
  };
  readonly positionals: string[];
}

function parseRedirectArgs(args: readonly string[]): RedirectArgs {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string', multiple: true },
        'reply-to': { type: 'string' },
        'return-path': { type: 'string' },
        keep: { type: 'string', multiple: true },
        output: { type: 'string', short: 'o' },
      },
    });
  } catch (error) {
    throw new UsageError(causeOf(error));
  }
}
