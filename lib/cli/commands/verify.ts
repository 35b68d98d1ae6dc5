/** `mimewright verify`: the DKIM signatures of a message, offline. */

import { signatures, type Verification, verify } from '../../dkim.ts';
import { printable } from '../../report.ts';
import type { Command } from '../command.ts';
import { CLEAN, FAILURE, FINDINGS } from '../exit-status.ts';
import { inputName, onlyFile, readMessage } from '../files.ts';
import type { Io } from '../io.ts';
import { keyFinder } from '../key-finder.ts';
import { keyRecordOption, keyRecordsOf } from '../key-records.ts';
import { timeOf, timeOption } from '../moment.ts';
import type { Arguments } from '../option.ts';

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'verify the DKIM signatures of a message, offline',
  usage: '[--key-record RECORD]... [OPTION]... FILE|-',
  about: [
    'Keys are given, not fetched: RECORD is what DNS answers at SELECTOR._domainkey.DOMAIN, or ' +
      'SELECTOR._domainkey.DOMAIN=RECORD for one of several keys, or @FILE for a file that holds ' +
      'one of these a line, or a PEM. Without keys, the signatures are listed with the names to ask ' +
      'for.',
  ],
  options: [
    { ...keyRecordOption, help: 'a key: RECORD, NAME=RECORD or @FILE' },
    timeOption('now, for signatures that expire'),
  ],
  examples: [
    [
      'mimewright verify --key-record "$(dig +short TXT mail._domainkey.example.com)" signed.eml',
      'verify with a key fetched by dig',
    ],
  ],
  statuses: [
    [0, 'every signature passes'],
    [1, 'a signature does not pass or was not tried, or there is none'],
    [2, 'bad usage'],
    [3, 'the file could not be read'],
  ],
  run: runVerify,
};

async function runVerify(args: Arguments, io: Io): Promise<number> {
  const file = onlyFile(args.operands, 'verify');
  const keys = await keyRecordsOf(args, io);
  const now = timeOf(args);
  const octets = await readMessage(file, io);
  if (octets === undefined) return FAILURE;
  if (keys.length === 0) return list(octets, inputName(file), io);
  const found = verify(octets, { key: keyFinder(keys), ...(now !== undefined && { now }) });
  const lines = found.map((one) => `${inputName(file)}: ${lineOf(one)}\n`);
  await io.writeOut(lines.length === 0 ? `${inputName(file)}: no signature\n` : lines.join(''));
  return found.length > 0 && found.every(({ result }) => result === 'pass') ? CLEAN : FINDINGS;
}

async function list(octets: Uint8Array, name: string, io: Io): Promise<number> {
  const found = signatures(octets);
  const lines = found.map(
    ({ domain, selector, algorithm, fields }) =>
      `${name}: ${algorithm}, key at ${selector}._domainkey.${domain}, fields ${fields.join(':')}`,
  );
  await io.writeOut(
    (lines.length === 0 ? [`${name}: no signature`] : lines)
      .map((line) => `${printable(line)}\n`)
      .join(''),
  );
  return FINDINGS;
}

function lineOf({
  result,
  reason,
  domain,
  selector,
  algorithm,
  unsignedOctets,
}: Verification): string {
  const why = reason === undefined ? '' : `: ${reason}`;
  const rest = unsignedOctets === 0 ? '' : `, ${unsignedOctets} octets of the body are not signed`;
  return printable(`${result}${why} (${algorithm}, ${selector}._domainkey.${domain}${rest})`);
}
