/** `mimewright verify`: with keys a verdict for each signature, without them the names to ask for. */

import { createPublicKey } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sign } from '../../../lib/dkim.ts';
import { runIn, type Said } from '../../support/command-line.ts';
import { fixture } from '../../support/fixture.ts';

const pem = fixture('keys/rsa-2048.pem').toString();
const plain = fixture('base/plain.eml');
const signed = sign(plain, {
  domain: 'example.com',
  selector: 'mail',
  privateKey: pem,
  now: new Date(Date.UTC(2026, 0, 1)),
  expiresSeconds: 60,
});
const record = `v=DKIM1; p=${createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('base64')}`;
const broken = Buffer.from(
  Buffer.from(signed).toString('latin1').replace('store', 'stove'),
  'latin1',
);
const files = { 'mail.eml': signed, 'broken.eml': broken, 'plain.eml': plain, 'empty.eml': '' };

function verify(...args: readonly string[]): Promise<Said> {
  return runIn({ files, stdin: signed }, 'verify', ...args);
}

const test = suite('cli/commands/verify');

test('with the key: a signature that holds is status 0', async () => {
  for (const [file = '', name = ''] of [
    ['mail.eml', 'mail.eml'],
    ['-', '(stdin)'],
  ]) {
    const { status, out } = await verify('--key-record', record, file);
    assert.is(status, 0);
    assert.is(out, `${name}: pass (rsa-sha256, mail._domainkey.example.com)\n`);
  }
});

test('one that does not hold, has expired, lacks its key, or none at all: status 1', async () => {
  const cases: readonly (readonly [args: readonly string[], said: RegExp])[] = [
    [['--key-record', record, 'broken.eml'], /^broken\.eml: fail: /],
    [['--key-record', record, '--time', '2026-01-02', 'mail.eml'], /^mail\.eml: fail: .*expired/],
    [['--key-record', `x._domainkey.y=${record}`, 'mail.eml'], /^mail\.eml: permerror: /],
    [['--key-record', 'rubbish', 'mail.eml'], /^mail\.eml: permerror: /],
    [['--key-record', record, 'plain.eml'], /^plain\.eml: no signature\n$/],
    [['--key-record', record, 'empty.eml'], /^empty\.eml: no signature\n$/],
    [['plain.eml'], /^plain\.eml: no signature\n$/],
  ];
  for (const [args, said] of cases) {
    const { status, out } = await verify(...args);
    assert.is(status, 1);
    assert.match(out, said);
  }
});

test('without keys, where they are found is said', async () => {
  const { status, out } = await verify('mail.eml');
  assert.is(status, 1);
  assert.match(out, /^mail\.eml: rsa-sha256, key at mail\._domainkey\.example\.com, fields from:/i);
});

test('bad usage, and a file that is not there', async () => {
  assert.match((await verify('--time', 'x', 'mail.eml')).err, /--time takes a date/);
  assert.match(
    (await verify('--key-record', '@none', 'mail.eml')).err,
    /--key-record none: no such/,
  );
  assert.match((await verify()).err, /no file to verify\n/);
  const { status, err } = await verify('none.eml');
  assert.equal([status, err], [3, 'mimewright: none.eml: no such file or directory\n']);
});

test.run();
