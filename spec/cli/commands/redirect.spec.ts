/** `mimewright redirect` against a fake world: octets, talk, files, statuses. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { redirect } from '../../../lib/index.ts';
import { runOn as run } from '../../support/command-line.ts';
import { fixture } from '../../support/fixture.ts';
import { anyMessage } from '../../support/messages.ts';

const comma = fixture('foreign/comma-in-name.eml');
const night = fixture('foreign/forwarded-at-night.eml');

function redirectTo(...more: readonly string[]): readonly string[] {
  return ['redirect', '--from', 'f@example.com', '--to', 'bob@example.net', ...more];
}

const test = suite('cli/commands/redirect');

test('the message goes out, deeds and envelope are told', async () => {
  const { status, out, err } = await run(night, ...redirectTo('mail.eml'));
  assert.is(status, 0);
  const expected = redirect(night, { from: 'f@example.com', to: ['bob@example.net'] });
  assert.is(out, Buffer.from(expected.octets).toString('latin1'));
  assert.match(err, /^mimewright: mail\.eml:1:1: done: .* \[rfc5322\/return-path-present\]\n/);
  assert.match(err, /\nmimewright: bounces to f@example\.com, message to bob@example\.net\n$/);
});

test('its options are those of the library', async () => {
  const args = ['--to', 'c@d.example', '--reply-to', 'author', '--return-path', 'b@example.com'];
  const { out, err, files } = await run(
    night,
    ...redirectTo(...args, '--keep', 'received', '-o', 'out.eml', '-'),
  );
  assert.is(out, '');
  assert.match(files.get('out.eml')?.toString() ?? '', /^Received: /m);
  assert.match(
    err,
    /\nmimewright: bounces to b@example\.com, message to bob@example\.net, c@d\.example\n$/,
  );
});

test('what SES would refuse all the same is status 1', async () => {
  const program = Buffer.from(
    'From: a@b.example\r\nContent-Disposition: attachment; filename=a.exe\r\n\r\nx\r\n',
  );
  const { status, err } = await run(program, ...redirectTo('-'));
  assert.is(status, 1);
  assert.match(err, /SES would still refuse it: .* \[ses\/attachment-extension\]\n$/);
});

const badUsages: readonly (readonly [line: string, said: RegExp])[] = [
  ['redirect --to a@b.example mail.eml', /--from MAILBOX is due$/],
  ['redirect --from a@b.example mail.eml', /--to ADDRESS is due$/],
  ['redirect --from nobody --to a@b.example mail.eml', /^mimewright: from: .*"nobody"/],
  [
    'redirect --from a@b.example --to b@c.example --keep From mail.eml',
    /^mimewright: keep: "from" cannot stay/,
  ],
  ['redirect --from a@b.example --to b@c.example', /no file to redirect$/],
];
for (const [line, said] of badUsages) {
  test(`bad usage: mimewright ${line}`, async () => {
    const { status, out, err, files } = await run(comma, ...line.split(' '));
    assert.equal([status, out, files.size], [2, '', 0]);
    assert.match(err.split('\n')[0] ?? '', said);
    assert.match(err, /\nTry 'mimewright redirect --help'\.\n$/);
  });
}

test('what cannot be read or written is a failure, said in a line', async () => {
  const unread = await run(comma, ...redirectTo(), 'none.eml');
  assert.equal(
    [unread.status, unread.err],
    [3, 'mimewright: none.eml: no such file or directory\n'],
  );
  const unwritten = await run(comma, ...redirectTo(), '-o', 'full.eml', 'mail.eml');
  assert.equal(
    [unwritten.status, unwritten.err],
    [3, 'mimewright: full.eml: no space left on device\n'],
  );
});

test('law: whatever the octets, it comes to an end of 0 or 1, and talks in whole plain lines', async () => {
  await fc.assert(
    fc.asyncProperty(anyMessage, async (octets) => {
      const { status, err } = await run(octets, ...redirectTo(), '-');
      assert.ok(status === 0 || status === 1);
      assert.match(err, /^(?:mimewright: [^\p{Cc}\u2028\u202e]+\n)*$/u);
    }),
  );
});

test.run();
