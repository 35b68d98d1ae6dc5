/** `mimewright sign`: what it writes verifies, and what it cannot do it says in a line. */

import { createPublicKey } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { verify } from '../../../lib/dkim.ts';
import { runIn, type Said } from '../../support/command-line.ts';
import { fixture } from '../../support/fixture.ts';

const message = fixture('base/plain.eml');
const pem = fixture('keys/rsa-2048.pem').toString();
const files = { 'mail.eml': message, 'key.pem': pem, 'empty.eml': '', 'bin.pem': '\0\xff' };
const due = ['--domain', 'example.com', '--selector', 'mail', '--key', 'key.pem'];

function sign(...args: readonly string[]): Promise<Said> {
  return runIn({ files, stdin: message }, 'sign', ...args);
}

function resultOf(signed: string, now?: Date): string | undefined {
  const key = createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString();
  const octets = Buffer.from(signed, 'latin1');
  return verify(octets, { key: () => key, ...(now !== undefined && { now }) })[0]?.result;
}

const test = suite('cli/commands/sign');

test('what it writes verifies, from a file or standard input, to a file or standard output', async () => {
  for (const file of ['mail.eml', '-']) {
    const { status, out, err } = await sign(...due, file);
    assert.equal([status, err], [0, '']);
    assert.ok(out.endsWith(message.toString('latin1')));
    assert.is(resultOf(out), 'pass');
  }
  const { out, files: written } = await sign(...due, 'mail.eml', '-o', 'signed.eml');
  assert.is(out, '');
  assert.is(resultOf(written.get('signed.eml')?.toString('latin1') ?? ''), 'pass');
});

test('its options are those of the library', async () => {
  const { out } = await sign(
    ...[...due, '--canonicalization', 'simple/simple', '--time', '2026-11-23T10:00:00Z'],
    ...['--expires', '60', '--profile', 'smtp', '--field', 'From', '--field', 'Date', 'mail.eml'],
  );
  assert.match(out, /c=simple\/simple/);
  assert.match(out.replace(/\s/g, ''), /h=from:date/i);
  assert.is(resultOf(out, new Date(Date.UTC(2026, 10, 23, 10, 0, 59))), 'pass');
  assert.is(resultOf(out, new Date(Date.UTC(2026, 10, 23, 10, 2))), 'fail');
});

const faults: readonly (readonly [line: string, said: RegExp])[] = [
  ['mail.eml', /--domain is due$/],
  ['--domain b.example mail.eml', /--selector is due$/],
  ['--domain b.example --selector s mail.eml', /--key is due$/],
  ['--domain b.example --selector s --key none mail.eml', /--key none: no such file or directory$/],
  ['--domain b.example --selector s --key bin.pem mail.eml', /^mimewright: .*key/i],
  ['--domain b.example --selector s --key key.pem', /no file to sign$/],
  ['--domain b.example --selector s --key key.pem --time x mail.eml', /--time takes a date/],
  ['--domain b.example --selector s --key key.pem --field Date mail.eml', /From/],
];
for (const [line, said] of faults) {
  test(`bad usage: sign ${line}`, async () => {
    const { status, out, err } = await sign(...line.split(' '));
    assert.equal([status, out], [2, '']);
    assert.match(err.split('\n')[0] ?? '', said);
    assert.not.match(err, /\n\s+at /);
  });
}

test('what cannot be read or written is a failure, said in a line', async () => {
  const unread = await sign(...due, 'none.eml');
  assert.equal(
    [unread.status, unread.err],
    [3, 'mimewright: none.eml: no such file or directory\n'],
  );
  const unwritten = await sign(...due, '-o', 'full.eml', 'mail.eml');
  assert.equal(
    [unwritten.status, unwritten.err],
    [3, 'mimewright: full.eml: no space left on device\n'],
  );
});

test.run();
