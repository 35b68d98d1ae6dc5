/** `mimewright compose`: a message built from its JSON form. */

import { composeFrom } from '../../index.ts';
import { asUsage } from '../bad-call.ts';
import type { Command } from '../command.ts';
import { causeOf } from '../complaint.ts';
import { CLEAN, FAILURE } from '../exit-status.ts';
import { inputName, onlyFile, outputOption, readMessage, writeMessage } from '../files.ts';
import { STREAM } from '../inputs.ts';
import type { Io } from '../io.ts';
import type { Arguments } from '../option.ts';
import { withFiles } from '../spec-files.ts';
import { UsageError } from '../usage-error.ts';

export const composeCommand: Command = {
  name: 'compose',
  summary: 'build a message from its JSON form',
  usage: '[OPTION]... SPEC.json|-',
  about: [
    'The JSON is that of composeFrom(), whose schema is mimewright/message-spec.schema.json. In ' +
      'place of a content, "path": "receipt.pdf" names a file: from the folder of SPEC.json, or of ' +
      'standard input from the current one. An attachment or embedded part takes the name of its ' +
      'file unless it has a filename. text, html, amp and calendar take files of UTF-8 likewise.',
  ],
  options: [
    outputOption,
    { name: 'keep-bcc', help: 'write the Bcc field' },
    { name: 'size', help: 'say how many octets the message would have, and build nothing' },
  ],
  examples: [
    ['mimewright compose receipt.json | mimewright check -', 'build and judge'],
    ['mimewright compose receipt.json -o receipt.eml', 'build into a file'],
  ],
  statuses: [
    [0, 'the message was built'],
    [2, 'bad usage, or a spec that says no message'],
    [3, 'a file could not be read or written'],
  ],
  run: runCompose,
};

async function runCompose(args: Arguments, io: Io): Promise<number> {
  const file = onlyFile(args.operands, 'compose');
  const octets = await readMessage(file, io);
  if (octets === undefined) return FAILURE;
  const what = inputName(file);
  const folder = file === STREAM ? '' : file.slice(0, file.lastIndexOf('/') + 1);
  const spec = await withFiles(parsed(what, octets), { what, folder, io });
  const builder = asUsage(() => composeFrom(spec), what);
  if (args.has('size')) {
    await io.writeOut(`${asUsage(() => builder.sizeOctets(), what)}\n`);
    return CLEAN;
  }
  const options = args.has('keep-bcc') ? { keepBcc: true } : {};
  const raw = asUsage(() => builder.build(options), what);
  return (await writeMessage(args.text('output') ?? STREAM, raw.octets, io)) ? CLEAN : FAILURE;
}

function parsed(name: string, octets: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(octets));
  } catch (error) {
    throw new UsageError(`${name}: ${causeOf(error)}`);
  }
}
