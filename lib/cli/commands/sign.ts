/** `mimewright sign`: a DKIM signature put above a message. */

import { type SignOptions, sign } from '../../dkim.ts';
import { asUsage } from '../bad-call.ts';
import { itself, oneOf } from '../choice.ts';
import type { Command } from '../command.ts';
import { CLEAN, FAILURE } from '../exit-status.ts';
import { onlyFile, outputOption, readMessage, readText, writeMessage } from '../files.ts';
import { STREAM } from '../inputs.ts';
import type { Io } from '../io.ts';
import { profileOf, profileOption } from '../judging-options.ts';
import { timeOf, timeOption } from '../moment.ts';
import type { Arguments } from '../option.ts';
import { UsageError } from '../usage-error.ts';

const FORMS = itself(['relaxed/relaxed', 'relaxed/simple', 'simple/relaxed', 'simple/simple']);

export const signCommand: Command = {
  name: 'sign',
  summary: 'sign a message with DKIM',
  usage: '--domain DOMAIN --selector NAME --key FILE [OPTION]... FILE|-',
  about: [
    'The signature covers what receivers want signed and what the carrier of the profile leaves ' +
      'alone. No time is written unless --time is given. The message goes to standard output.',
  ],
  options: [
    { name: 'domain', value: 'DOMAIN', help: 'the signing domain, d=' },
    {
      name: 'selector',
      value: 'NAME',
      help: 'names the key: its record is NAME._domainkey.DOMAIN',
    },
    { name: 'key', value: 'FILE', help: 'the private key as PEM, of RSA or Ed25519' },
    { name: 'field', value: 'NAME', repeats: true, help: 'the only fields to be signed' },
    { name: 'canonicalization', value: 'FORM', help: 'of header and body (relaxed/relaxed)' },
    timeOption('when it is signed, as in 2026-11-23T10:00:00Z'),
    { name: 'expires', value: 'SECONDS', help: 'how long the signature holds from then' },
    profileOption,
    { name: 'dangerous', help: 'sign what SES changes, or a second time, all the same' },
    outputOption,
  ],
  examples: [
    [
      'mimewright sign --domain example.com --selector mail --key mail.pem receipt.eml -o signed.eml',
      'sign for Amazon SES',
    ],
  ],
  statuses: [
    [0, 'the message is signed'],
    [2, 'bad usage, a bad key among it'],
    [3, 'a file could not be read or written'],
  ],
  run: runSign,
};

async function runSign(args: Arguments, io: Io): Promise<number> {
  const file = onlyFile(args.operands, 'sign');
  const options = await optionsOf(args, io);
  const octets = await readMessage(file, io);
  if (octets === undefined) return FAILURE;
  const signed = asUsage(() => sign(octets, options));
  return (await writeMessage(args.text('output') ?? STREAM, signed, io)) ? CLEAN : FAILURE;
}

async function optionsOf(args: Arguments, io: Io): Promise<SignOptions> {
  const fields = args.texts('field');
  const now = timeOf(args);
  const form = args.text('canonicalization');
  const expiresSeconds = args.count('expires', 1);
  return {
    domain: due(args, 'domain'),
    selector: due(args, 'selector'),
    privateKey: await readText('key', due(args, 'key'), io),
    ...profileOf(args, io),
    ...(fields.length > 0 && { fields }),
    ...(form !== undefined && { canonicalization: oneOf('--canonicalization', form, FORMS) }),
    ...(now !== undefined && { now }),
    ...(expiresSeconds !== undefined && { expiresSeconds }),
    ...(args.has('dangerous') && { dangerous: true }),
  };
}

function due(args: Arguments, name: string): string {
  const text = args.text(name);
  if (text === undefined || text === '') throw new UsageError(`--${name} is due`);
  return text;
}
