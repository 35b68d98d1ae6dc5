/** Keys of DKIM, given as records, as lines of dig, as files. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { keyFinder } from '../../lib/cli/key-finder.ts';
import { keyRecordOption, keyRecordsOf } from '../../lib/cli/key-records.ts';
import { parseArguments } from '../../lib/cli/option.ts';
import { stageOf } from '../support/command-line.ts';

const name = 'mail._domainkey.b.example';
const files = {
  keys: `${name}=v=DKIM1; p=A\r\n\n"p=" "B"\n`,
  pem: '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n',
};

async function keyOf(...records: readonly string[]): Promise<string | undefined> {
  const line = records.flatMap((record) => ['--key-record', record]);
  const args = parseArguments(line, [keyRecordOption]);
  return keyFinder(await keyRecordsOf(args, stageOf({ files }).io))('B.example', 'Mail');
}

const test = suite('cli/key-records');

test('one without a name is for every signature', async () => {
  assert.is(await keyOf('v=DKIM1; p=A'), 'v=DKIM1; p=A');
  assert.is(await keyOf(), undefined);
});

test('one with a name is for that name, and goes before one without', async () => {
  assert.is(
    await keyOf('p=B', `${name.toUpperCase().replace('_DOMAINKEY', '_domainkey')}=p=A`),
    'p=A',
  );
  assert.is(await keyOf('other._domainkey.b.example=p=A'), undefined);
});

test('the quoted strings of dig are joined', async () => {
  assert.is(await keyOf('"v=DKIM1; " "p=A" "B"'), 'v=DKIM1; p=AB');
});

test('a file holds one a line, or a PEM', async () => {
  assert.is(await keyOf('@keys'), 'v=DKIM1; p=A');
  assert.is(await keyOf('@pem'), files.pem.trim());
  const missing = await keyOf('@none').catch((thrown: unknown) => thrown);
  assert.match(String(missing), /--key-record none: no such file or directory/);
});

test.run();
