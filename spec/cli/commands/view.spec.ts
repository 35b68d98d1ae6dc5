/** `mimewright view`: fields, parts and sizes of any octets. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runIn, runOn } from '../../support/command-line.ts';
import { fixture } from '../../support/fixture.ts';
import { anyMessage } from '../../support/messages.ts';

const attachment = fixture('base/attachment.eml');

const test = suite('cli/commands/view');

test('fields as they are decoded, the tree with sizes, the budget', async () => {
  const message = 'Subject: =?utf-8?Q?Zo=C3=AB?=\r\nFrom: a@b.example\r\n\r\nx\r\n';
  const { status, out, err } = await runOn(Buffer.from(message), 'view', 'mail.eml');
  assert.equal([status, err], [0, '']);
  assert.equal(Buffer.from(out, 'latin1').toString().split('\n'), [
    'mail.eml',
    '',
    'Subject: Zoë',
    'From: a@b.example',
    '',
    'part            encoding  octets',
    '  1 text/plain  7bit      3',
    '',
    '55 octets, 76 as base64 in a request',
    '0.0 % of what API v1 takes, 0.0 % of API v2',
    '1 part, 0 of 50 recipients',
    '',
  ]);
});

test('a part in base64 has two sizes and its name', async () => {
  const { out } = await runOn(attachment, 'view', '-');
  assert.match(out, /^\(stdin\)\n/);
  assert.match(out, /^ {2}2 \S+ +base64 +[\d,]+ > [\d,]+ +\S+$/m);
});

test('--folded shows each line as it is written', async () => {
  const message = Buffer.from('Subject: a\r\n b\r\n\r\n');
  const { out } = await runOn(message, 'view', '--folded', 'mail.eml');
  assert.match(out, /^Subject: a b\n {4}\| Subject: a\n {4}\| {2}b\n/m);
});

test('--html writes a page', async () => {
  const { status, out, files } = await runOn(attachment, 'view', '--html', 'a.html', 'mail.eml');
  assert.equal([status, out], [0, '']);
  assert.match(files.get('a.html')?.toString() ?? '', /^<!doctype html>/i);
  const full = await runOn(attachment, 'view', '--html', 'full.eml', 'mail.eml');
  assert.equal([full.status, full.err], [3, 'mimewright: full.eml: no space left on device\n']);
});

test('bad usage, and a file that is not there', async () => {
  assert.is((await runIn({}, 'view')).status, 2);
  assert.is((await runIn({}, 'view', '--profile', 'x', '-')).status, 2);
  const { status, err } = await runIn({}, 'view', 'none.eml');
  assert.equal([status, err], [3, 'mimewright: none.eml: no such file or directory\n']);
});

test('law: whatever the octets, it shows them in plain lines', async () => {
  await fc.assert(
    fc.asyncProperty(anyMessage, async (octets) => {
      const { status, out } = await runOn(octets, 'view', '--folded', '-');
      assert.is(status, 0);
      assert.match(Buffer.from(out, 'latin1').toString(), /^(?:[^\p{Cc}\u2028\u202e]*\n)+$/u);
    }),
  );
});

test.run();
