/** `mimewright check` against a small world: good, bad, empty, huge, binary and missing messages. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runIn, type Said } from '../../support/command-line.ts';

const good = 'From: a@b.example\r\nTo: c@d.example\r\nSubject: s\r\n\r\nx\r\n';
const bad = good.replace('a@b.example', 'Doe, Ann <a@b.example>');
const files = {
  'good.eml': good,
  'bad.eml': bad,
  'warned.eml': good.replaceAll('\r\n', '\n'),
  'empty.eml': '',
  'binary.eml': Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256),
  'huge.eml': good + 'x'.repeat(70).concat('\r\n').repeat(160_000),
  'in.mbox': `From x\n${good}\nFrom y\n${bad}`,
  'lines.jsonl': `${JSON.stringify(good)}\nx\n`,
};

function check(...args: readonly string[]): Promise<Said> {
  return runIn({ files, stdin: bad }, 'check', ...args);
}

const test = suite('cli/commands/check');

const table: readonly (readonly [file: string, status: number, said: RegExp])[] = [
  ['good.eml', 0, /^good\.eml: no findings\n/],
  ['bad.eml', 1, /^bad\.eml: SES would refuse it; /],
  ['warned.eml', 0, /^warned\.eml: 1 warning\n/],
  ['empty.eml', 1, /\[rfc5322\/empty-input\]/],
  ['binary.eml', 1, /^binary\.eml: .*errors/],
  ['huge.eml', 1, /\[ses\/message-size\]/],
  ['-', 1, /^\(stdin\): SES would refuse it; /],
  ['in.mbox', 1, /^in\.mbox#1: no findings\n[\s\S]*^in\.mbox#2: SES would refuse/m],
];
for (const [file, status, said] of table) {
  test(`${file}: status ${status}`, async () => {
    const ran = await check(file);
    assert.equal([ran.status, ran.err, ran.files.size], [status, '', 0]);
    assert.match(ran.out, said);
  });
}

test('what cannot be read is status 3, whatever is found in the rest', async () => {
  const ran = await check('none.eml', 'bad.eml');
  assert.equal([ran.status, ran.err], [3, 'mimewright: none.eml: no such file or directory\n']);
  const line = await check('lines.jsonl');
  assert.equal([line.status, line.err], [3, 'mimewright: lines.jsonl#2: the line is no JSON\n']);
});

test('--quiet shows errors alone, and the status counts all', async () => {
  const ran = await check('--quiet', '--fail-on', 'warning', 'warned.eml');
  assert.is(ran.status, 1);
  assert.match(ran.out, /^warned\.eml: no findings\n/);
  assert.match((await check('-q', 'bad.eml')).out, /unquoted-specials/);
});

test('--list-files says what would be checked', async () => {
  const ran = await check('--list-files', 'good.eml', '-', 'b*.eml', 'good.eml');
  assert.equal([ran.status, ran.out], [0, 'good.eml\n-\nbad.eml\nbinary.eml\n']);
});

test('--no-error-on-unmatched', async () => {
  assert.is((await check('x/*.eml')).status, 2);
  const ran = await check('--no-error-on-unmatched', 'x/*.eml');
  assert.equal([ran.status, ran.out, ran.err], [0, '', '']);
});

test('--stdin-filename names standard input', async () => {
  assert.match((await check('--stdin-filename', 'welcome.eml', '-')).out, /^welcome\.eml: /);
});

test('--jobs changes nothing in what is said', async () => {
  const names = Object.keys(files).filter((name) => name !== 'lines.jsonl');
  assert.equal(await check('--jobs', '3', ...names), await check('--jobs', '1', ...names));
  assert.match((await check('--jobs', '0', 'good.eml')).err, /--jobs takes a number from 1 up/);
});

test('what only the caller knows is heeded', async () => {
  const { status, out } = await check('--identity', 'c.example', '-f', 'compact', 'good.eml');
  assert.is(status, 1);
  assert.match(out, /\[ses\//);
  assert.is((await check('--identity', 'b.example', 'good.eml')).status, 0);
  assert.is((await check('--configuration-set', 'a b', 'good.eml')).status, 1);
});

test('fixes stand in the forms for programs', async () => {
  const { out } = await check('-f', 'json', 'bad.eml');
  assert.ok(JSON.parse(out)[0].findings.some((finding: object) => 'fix' in finding));
});

test.run();
