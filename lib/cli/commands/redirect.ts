/** `mimewright redirect`: a foreign message made sendable in one's own name. */

import { preflight, type RedirectOptions, redirect } from '../../index.ts';
import { asUsage } from '../bad-call.ts';
import type { Command } from '../command.ts';
import { complain } from '../complaint.ts';
import { tell } from '../deeds.ts';
import { CLEAN, FAILURE, FINDINGS } from '../exit-status.ts';
import { inputName, onlyFile, outputOption, readMessage, writeMessage } from '../files.ts';
import { STREAM } from '../inputs.ts';
import type { Io } from '../io.ts';
import type { Arguments } from '../option.ts';
import { UsageError } from '../usage-error.ts';

export const redirectCommand: Command = {
  name: 'redirect',
  summary: 'make a foreign message sendable in your name',
  usage: '--from MAILBOX --to ADDRESS [OPTION]... FILE|-',
  about: [
    "From becomes yours with the author's name kept, the author goes to Reply-To; signatures, trace " +
      'and whatever SES refuses goes out, and the rest is mended as by fix. The message goes to ' +
      'standard output; what was done with it is told on standard error.',
  ],
  options: [
    { name: 'from', value: 'MAILBOX', help: 'the new From; verified at SES' },
    { name: 'to', value: 'ADDRESS', repeats: true, help: 'who gets the message' },
    {
      name: 'reply-to',
      value: 'MAILBOX',
      help: 'who gets replies, or author (Reply-To, else the author)',
    },
    { name: 'return-path', value: 'MAILBOX', help: 'who gets bounces (as --from)' },
    { name: 'keep', value: 'NAME', repeats: true, help: 'a field that stays though it would go' },
    outputOption,
    { name: 'quiet', short: 'q', help: 'only what SES would still refuse is told' },
  ],
  examples: [
    [
      'mimewright redirect --from forwarder@example.com --to ann@example.org inbound.eml -o out.eml',
      'forward a message that came in',
    ],
  ],
  statuses: [
    [0, 'SES would take it'],
    [1, 'SES would still refuse it'],
    [2, 'bad usage, a bad address among it'],
    [3, 'a file could not be read or written'],
  ],
  run: runRedirect,
};

/** Writes the message, and says what was done, who gets it, and what SES would still refuse. */
async function runRedirect(args: Arguments, io: Io): Promise<number> {
  const file = onlyFile(args.operands, 'redirect');
  const options = optionsOf(args);
  const octets = await readMessage(file, io);
  if (octets === undefined) return FAILURE;
  const redirected = asUsage(() => redirect(octets, options));
  const output = args.text('output') ?? STREAM;
  if (!(await writeMessage(output, redirected.octets, io))) return FAILURE;
  const { applied, envelope } = redirected;
  const refusals = preflight(redirected).findings.filter(({ ses }) => ses?.refuses === true);
  if (!args.has('quiet')) {
    tell(io, inputName(file), 'done', applied);
    complain(io, `bounces to ${envelope.from ?? ''}, message to ${envelope.to.join(', ')}`);
  }
  tell(io, inputName(file), 'SES would still refuse it', refusals);
  return refusals.length === 0 ? CLEAN : FINDINGS;
}

function optionsOf(args: Arguments): RedirectOptions {
  const from = args.text('from');
  const to = args.texts('to');
  const replyTo = args.text('reply-to');
  const returnPath = args.text('return-path');
  const keep = args.texts('keep');
  if (from === undefined) throw new UsageError('--from MAILBOX is due');
  if (to.length === 0) throw new UsageError('--to ADDRESS is due');
  return {
    from,
    to,
    ...(replyTo !== undefined && { replyTo }),
    ...(returnPath !== undefined && { returnPath }),
    ...(keep.length > 0 && { keep }),
  };
}
