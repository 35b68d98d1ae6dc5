/** Keys of DKIM signatures as a command line gives them: records of DNS, or PEM. RFC 6376 §3.6. */

import { readText } from './files.ts';
import type { Io } from './io.ts';
import type { KeyRecord } from './key-finder.ts';
import type { Arguments, Option } from './option.ts';

export const keyRecordOption: Option = {
  name: 'key-record',
  value: 'RECORD',
  repeats: true,
  help: 'a key of DKIM: the record, [NAME=]RECORD or @FILE; see mimewright verify --help',
};

const NAMED = /^([A-Za-z0-9_.-]+\._domainkey\.[A-Za-z0-9_.-]+)=(.*)$/s;

/** The keys of the arguments. @throws {UsageError} where a file of them cannot be read. */
export async function keyRecordsOf(args: Arguments, io: Io): Promise<readonly KeyRecord[]> {
  const keys: KeyRecord[] = [];
  for (const text of args.texts('key-record')) {
    if (!text.startsWith('@')) keys.push(keyOf(text));
    else keys.push(...keysIn(await readText('key-record', text.slice(1), io)));
  }
  return keys;
}

/** A PEM is one key; else there is one a line, as zone files and `dig` show them. */
function keysIn(text: string): readonly KeyRecord[] {
  if (text.includes('-----BEGIN')) return [keyOf(text)];
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(keyOf);
}

/** The strings of a TXT record stand in quotes, as dig shows them. */
function keyOf(text: string): KeyRecord {
  const [, name, named] = NAMED.exec(text.trim()) ?? [];
  const record = (named ?? text.trim()).replace(/^"|"$/g, '').replace(/"\s+"/g, '');
  return { name: name?.toLowerCase(), record };
}
