/** Baselines: what was noted is told no more, what is new is. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runIn, type Said } from '../support/command-line.ts';

const bad = 'From: Doe, Ann <a@b.example>\r\nTo: c@d.example\r\nSubject: s\r\n\r\nx\r\n';
const worse = bad.replace('\r\nx', '\r\nx\rx');
const box = `From x\r\n${bad}\r\nFrom y\r\n${bad}`;

async function noted(
  files: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const args = ['check', '--baseline', 'known.json', '--update-baseline', ...Object.keys(files)];
  const said = await runIn({ files }, ...args);
  assert.is(said.status, 0);
  assert.match(said.err, /^mimewright: known\.json: \d+ findings? noted\n/);
  return { 'known.json': said.files.get('known.json')?.toString() ?? '' };
}

function check(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Said> {
  return runIn({ files }, 'check', '--baseline', 'known.json', ...args);
}

const test = suite('cli/baseline');

test('what was noted is told no more', async () => {
  const known = await noted({ 'a.eml': bad, 'b.mbox': box });
  const said = await check({ ...known, 'a.eml': bad, 'b.mbox': box }, 'a.eml', 'b.mbox');
  assert.is(said.status, 0);
  assert.match(said.out, /^a\.eml: no findings$/m);
});

test('what is new is told, what was moved is not', async () => {
  const known = await noted({ 'a.eml': bad });
  const moved = await check({ ...known, 'a.eml': `X: y\r\n${bad}` }, 'a.eml');
  assert.is(moved.status, 0);
  const { status, out } = await check({ ...known, 'a.eml': worse }, '-f', 'compact', 'a.eml');
  assert.is(status, 1);
  assert.match(out, /^a\.eml:5:2: error: .* \[rfc5322\/bare-cr\]\n$/);
});

test('it holds for the message that it was noted of', async () => {
  const known = await noted({ 'a.eml': bad });
  assert.is((await check({ ...known, 'b.eml': bad }, 'b.eml')).status, 1);
});

test('of what is clean nothing is noted', async () => {
  const good = bad.replace('Doe, Ann', 'Ann Doe');
  assert.equal(await noted({ 'a.eml': good }), { 'known.json': '{}\n' });
});

test('exceptions are not noted', async () => {
  const exceptions = [{ rule: 'address/unquoted-specials', reason: 'x' }];
  const files = { 'a.eml': bad, 'mimewright.config.json': JSON.stringify({ exceptions }) };
  const args = ['check', '--baseline', 'k.json', '--update-baseline', 'a.eml'];
  assert.is((await runIn({ files }, ...args)).files.get('k.json')?.toString(), '{}\n');
});

test('a bad one, a missing one and one without a name are bad usage', async () => {
  for (const text of ['', '[]', 'null', '{"a.eml":1}', '{"a.eml":[1]}', 'x']) {
    const { status, err } = await check({ 'known.json': text, 'a.eml': bad }, 'a.eml');
    assert.is(status, 2, text);
    assert.match(err, /^mimewright: --baseline known\.json: .*\nTry/);
  }
  const missing = await check({ 'a.eml': bad }, 'a.eml');
  assert.match(missing.err, /^mimewright: --baseline known\.json: no such file or directory\n/);
  const unnamed = await runIn({ files: { 'a.eml': bad } }, 'check', '--update-baseline', 'a.eml');
  assert.equal([unnamed.status, unnamed.out], [2, '']);
  assert.match(unnamed.err, /--update-baseline needs --baseline FILE\n/);
});

test('one that cannot be written is a failure', async () => {
  const args = ['check', '--baseline', 'full.eml', '--update-baseline', 'a.eml'];
  const { status, err } = await runIn({ files: { 'a.eml': bad } }, ...args);
  assert.equal([status, err], [3, 'mimewright: full.eml: no space left on device\n']);
});

test.run();
