/** `mimewright fix` against a fake world: octets, talk, files, statuses. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fix } from '../../../lib/index.ts';
import { runOn as run } from '../../support/command-line.ts';
import { fixture } from '../../support/fixture.ts';
import { anyMessage } from '../../support/messages.ts';

const clean = fixture('base/plain.eml');
const comma = fixture('foreign/comma-in-name.eml');
const percent = fixture('foreign/percent-in-domain.eml');
const night = fixture('foreign/forwarded-at-night.eml');

const test = suite('cli/commands/fix');

test('the message goes to standard output, what was done to standard error', async () => {
  for (const file of ['mail.eml', '-']) {
    const { status, out, err, files } = await run(comma, 'fix', file);
    assert.is(status, 0);
    assert.is(out, Buffer.from(fix(comma).octets).toString('latin1'));
    const name = file === '-' ? '\\(stdin\\)' : 'mail\\.eml';
    assert.match(
      err,
      new RegExp(`^mimewright: ${name}:1:\\d+: mended: .* \\[address/unquoted-specials\\]\n`),
    );
    assert.match(err, new RegExp(`\nmimewright: ${name}: 1 mended, no errors left\n$`));
    assert.is(files.size, 0);
  }
});

test('of a clean message the very octets come out, and nothing is said', async () => {
  const { status, out, err } = await run(clean, 'fix', 'mail.eml');
  assert.equal([status, out, err], [0, clean.toString('latin1'), '']);
});

test('what is left is an error, and told once', async () => {
  const { status, err } = await run(percent, 'fix', 'mail.eml');
  assert.is(status, 1);
  assert.is(err.match(/\[address\/domain-character\]/g)?.length, 1);
  assert.match(err, /: left: .*\nmimewright: mail\.eml: 0 mended, an error left\n$/);
});

test('what is signed is not touched, unless the signature goes', async () => {
  const kept = await run(night, 'fix', 'mail.eml');
  assert.equal([kept.status, kept.out], [1, night.toString('latin1')]);
  assert.match(kept.err, /: not touched: /);
  const dropped = await run(night, 'fix', '--drop-signature', '--policy', 'keep-first', '-');
  assert.is(dropped.status, 0);
  assert.not.match(dropped.out, /^DKIM-Signature/m);
});

test('-o and --in-place write files, --in-place only where something changed', async () => {
  const mended = Buffer.from(fix(comma).octets);
  const elsewhere = await run(comma, 'fix', '-o', 'out.eml', 'mail.eml');
  assert.equal([...elsewhere.files], [['out.eml', mended]]);
  assert.is(elsewhere.out, '');
  const inPlace = await run(comma, 'fix', '--in-place', 'mail.eml');
  assert.equal([...inPlace.files], [['mail.eml', mended]]);
  assert.is((await run(clean, 'fix', '--in-place', 'mail.eml')).files.size, 0);
  assert.equal([...(await run(clean, 'fix', '-o', 'out.eml', '-')).files], [['out.eml', clean]]);
  assert.is((await run(comma, 'fix', '-o', '-', 'mail.eml')).out, mended.toString('latin1'));
});

test('--dry-run writes nothing, --diff shows the lines', async () => {
  const dry = await run(comma, 'fix', '--dry-run', 'mail.eml');
  assert.equal([dry.status, dry.out, dry.files.size], [0, '', 0]);
  assert.match(dry.err, /1 mended/);
  const { out, files } = await run(comma, 'fix', '--dry-run', '--diff', 'mail.eml');
  assert.is(files.size, 0);
  assert.equal(out.split('\n').slice(0, 5), [
    '--- mail.eml',
    '+++ mail.eml (mended)',
    '@@ -1,4 +1,4 @@',
    '-From: Roe, Richard <richard@example.com>',
    '+From: "Roe, Richard" <richard@example.com>',
  ]);
  const both = await run(comma, 'fix', '--in-place', '--diff', 'mail.eml');
  assert.is(both.out, out);
  assert.is(both.files.size, 1);
  assert.is((await run(clean, 'fix', '--dry-run', '--diff', 'mail.eml')).out, '');
});

const badUsages: readonly (readonly [line: string, said: RegExp])[] = [
  ['fix', /no file to fix$/],
  ['fix mail.eml -', /fix takes one file, not 2$/],
  ['fix --in-place -', /--in-place takes a file, not standard input$/],
  ['fix --in-place --dry-run mail.eml', /exclude each other$/],
  ['fix --in-place -o x mail.eml', /exclude each other$/],
  ['fix --diff mail.eml', /--diff needs --dry-run/],
  ['fix --diff -o - mail.eml', /--diff needs --dry-run/],
  ['fix --policy first mail.eml', /--policy takes keep-first, keep-last, not "first"$/],
  ['fix --profile ses mail.eml', /--profile takes/],
  ['fix --verbose mail.eml', /--verbose/],
];
for (const [line, said] of badUsages) {
  test(`bad usage: mimewright ${line}`, async () => {
    const { status, out, err, files } = await run(comma, ...line.split(' '));
    assert.equal([status, out, files.size], [2, '', 0]);
    assert.match(err.split('\n')[0] ?? '', said);
    assert.match(err, /\nTry 'mimewright fix --help'\.\n$/);
  });
}

test('what cannot be read or written is a failure, said in a line', async () => {
  const unread = await run(comma, 'fix', 'none.eml');
  assert.equal(
    [unread.status, unread.err],
    [3, 'mimewright: none.eml: no such file or directory\n'],
  );
  const unwritten = await run(comma, 'fix', '-o', 'full.eml', 'mail.eml');
  assert.equal(
    [unwritten.status, unwritten.err],
    [3, 'mimewright: full.eml: no space left on device\n'],
  );
});

test('law: whatever the octets, it comes to an end of 0 or 1, and talks in whole plain lines', async () => {
  await fc.assert(
    fc.asyncProperty(anyMessage, async (octets) => {
      const { status, err } = await run(octets, 'fix', '-');
      assert.ok(status === 0 || status === 1);
      assert.match(err, /^(?:mimewright: [^\p{Cc}\u2028\u202e]+\n)*$/u);
    }),
  );
});

test.run();
