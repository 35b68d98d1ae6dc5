/** Where a configuration is found, and what it then does. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runIn, type Said } from '../support/command-line.ts';

const bad = 'From: Doe, Ann <a@b.example>\r\nTo: c@d.example\r\nSubject: s\r\n\r\nx\r\n';
const off = { severity: { 'address/unquoted-specials': 'off' } };

function check(
  files: Readonly<Record<string, unknown>>,
  args: readonly string[] = [],
  folder = '/project/mail',
): Promise<Said> {
  const texts = Object.entries(files).map(([path, value]) => [
    path,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const all = { 'bad.eml': bad, ...Object.fromEntries(texts) };
  return runIn({ files: all, folder }, 'check', ...args, 'bad.eml');
}

const test = suite('cli/config');

test('without one, nothing is changed', async () => {
  assert.is((await check({})).status, 1);
});

test('it lies in this folder or above, the nearest counts', async () => {
  for (const path of ['', '../', '../../', '/']) {
    assert.is((await check({ [`${path}mimewright.config.json`]: off })).status, 0, path);
  }
  const both = { 'mimewright.config.json': {}, '../mimewright.config.json': off };
  assert.is((await check(both)).status, 1);
  assert.is((await check({ '../other/mimewright.config.json': off })).status, 1);
});

test('it may be a member of package.json; one without it is passed over', async () => {
  assert.is((await check({ 'package.json': { mimewright: off } })).status, 0);
  const above = { 'package.json': { name: 'x' }, '../mimewright.config.json': off };
  assert.is((await check(above)).status, 0);
});

test('it may be named, or refused', async () => {
  assert.is((await check({ 'other.json': off }, ['--config', 'other.json'])).status, 0);
  const found = { 'mimewright.config.json': off };
  assert.is((await check(found, ['--no-config'])).status, 1);
  const missing = await check({}, ['--config', 'none.json']);
  assert.is(missing.status, 2);
  assert.match(missing.err, /^mimewright: none\.json: no such file or directory\n/);
});

test('arguments count for more', async () => {
  const config = { 'mimewright.config.json': { profile: 'smtp', failOn: 'never' } };
  assert.is((await check(config)).status, 0);
  assert.is((await check(config, ['--fail-on', 'error'])).status, 1);
  const profiled = await check(config, ['--profile', 'ses-v2']);
  assert.match(profiled.out, /of 41,943,040 octets/);
});

test('exceptions name files from its folder, wherever the program runs', async () => {
  const exception = { rule: 'address/unquoted-specials', reason: 'a specimen' };
  const config = { exceptions: [{ ...exception, files: 'mail/*.eml' }] };
  assert.is((await check({ '../mimewright.config.json': config })).status, 0);
  assert.is((await check({ 'mimewright.config.json': config })).status, 1);
  assert.is((await check({ '../mimewright.config.json': config }, [], '/project/else')).status, 1);
});

const faults: readonly (readonly [text: unknown, said: RegExp])[] = [
  ['{', /mimewright\.config\.json: .*JSON/],
  ['', /mimewright\.config\.json: .*JSON/],
  ['[]', /mimewright\.config\.json: an object is due/],
  ['null', /mimewright\.config\.json: an object is due/],
  [{ frob: 1 }, /mimewright\.config\.json: no member "frob"; allowed are \$schema, failOn, /],
  [{ profile: 'ses' }, /mimewright\.config\.json: profile: /],
  [{ only: ['no/such'] }, /mimewright\.config\.json: only.*: no rule "no\/such"/],
  [{ sandbox: 'yes' }, /mimewright\.config\.json: sandbox/],
];
for (const [text, said] of faults) {
  test(`a bad one is named with its fault: ${JSON.stringify(text)}`, async () => {
    const { status, out, err } = await check({ 'mimewright.config.json': text });
    assert.equal([status, out], [2, '']);
    assert.match(err.split('\n')[0] ?? '', said);
    assert.match(err, /^mimewright: .*\nTry 'mimewright check --help'\.\n$/);
  });
}

test('of a bad member of package.json, the file is named too', async () => {
  const { err } = await check({ '../package.json': { mimewright: { frob: 1 } } });
  assert.match(err, /^mimewright: \.\.\/package\.json: mimewright: no member "frob"/);
});

test('fix heeds it', async () => {
  const files = { 'bad.eml': bad, 'mimewright.config.json': JSON.stringify({ profile: 'nope' }) };
  assert.is((await runIn({ files }, 'fix', '--dry-run', 'bad.eml')).status, 2);
  assert.is((await runIn({ files }, 'fix', '--dry-run', '--no-config', 'bad.eml')).status, 0);
});

test.run();
