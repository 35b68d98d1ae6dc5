/** `mimewright request`: a message as a request to Amazon SES, for who has no SDK. */

import { preflight } from '../../index.ts';
import { cliInputJson, queryBody, sendEmailInput, sendRawEmailInput } from '../../ses.ts';
import { asUsage } from '../bad-call.ts';
import { itself, oneOf } from '../choice.ts';
import type { Command } from '../command.ts';
import { tell } from '../deeds.ts';
import { CLEAN, FAILURE, FINDINGS } from '../exit-status.ts';
import { inputName, onlyFile, readMessage, writeMessage } from '../files.ts';
import { STREAM } from '../inputs.ts';
import type { Io } from '../io.ts';
import type { Arguments } from '../option.ts';
import { sesOptions, sesOptionsOf } from '../ses-options.ts';
import { UsageError } from '../usage-error.ts';

const APIS = itself(['v1', 'v2']);
const FORMS = itself(['cli', 'query']);

export const requestCommand: Command = {
  name: 'request',
  summary: 'write the request that sends a message through Amazon SES',
  usage: '--destination ADDRESS... [OPTION]... FILE|-',
  about: [
    'cli is the JSON that `aws ses send-raw-email --cli-input-json` (v1) and `aws sesv2 send-email ' +
      '--cli-input-json` (v2) take; query is the form that the Query protocol of v1 posts, without ' +
      'its signature. What SES would refuse is told on standard error.',
  ],
  options: [
    { name: 'api', value: 'API', help: 'v1 (SendRawEmail) or v2 (SendEmail) (v1)' },
    { name: 'form', value: 'FORM', help: 'cli or query (cli)' },
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      help: 'where the request goes, in place of standard output',
    },
    ...sesOptions,
  ],
  examples: [
    [
      'mimewright request --destination ann@example.org receipt.eml -o request.json && aws ses send-raw-email --cli-input-json file://request.json',
      'send by the AWS command line',
    ],
  ],
  statuses: [
    [0, 'the request was written'],
    [1, 'it was written, and SES would refuse it'],
    [2, 'bad usage'],
    [3, 'a file could not be read or written'],
  ],
  run: runRequest,
};

async function runRequest(args: Arguments, io: Io): Promise<number> {
  const file = onlyFile(args.operands, 'request');
  const api = oneOf('--api', args.text('api') ?? 'v1', APIS);
  const form = oneOf('--form', args.text('form') ?? 'cli', FORMS);
  if (api === 'v2' && form === 'query') throw new UsageError('--form query is of --api v1 alone');
  const { destinations: to = [], source, ...options } = sesOptionsOf(args);
  if (to.length === 0) throw new UsageError('--destination ADDRESS is due');
  const octets = await readMessage(file, io);
  if (octets === undefined) return FAILURE;
  const raw = {
    octets: new Uint8Array(octets),
    envelope: { to, ...(source !== undefined && { from: source }) },
  };
  const text = asUsage(() => {
    if (api === 'v2') return cliInputJson(sendEmailInput(raw, options));
    const input = sendRawEmailInput(raw, options);
    return form === 'query' ? queryBody(input) : cliInputJson(input);
  });
  if (!(await writeMessage(args.text('output') ?? STREAM, Buffer.from(`${text}\n`), io)))
    return FAILURE;
  const { findings } = asUsage(() => preflight(raw, { ...options, profile: `ses-${api}` }));
  const refusals = findings.filter(({ ses }) => ses?.refuses === true);
  tell(io, inputName(file), 'SES would refuse it', refusals);
  return refusals.length === 0 ? CLEAN : FINDINGS;
}
