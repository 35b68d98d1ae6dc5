/** Where reports go: standard output, files, and what GitHub looks at. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runIn, type Said } from '../support/command-line.ts';

const bad = 'From: Doe, Ann <a@b.example>\r\nTo: c@d.example\r\nSubject: s\r\n\r\nx\r\n';
const good = bad.replace('Doe, Ann', 'Ann Doe');
const files = { 'a.eml': bad, 'b.eml': good };

function check(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Said> {
  return runIn({ files, env }, 'check', ...args, 'a.eml');
}

const test = suite('cli/outputs');

test('text where nothing is said', async () => {
  assert.match((await check({})).out, /^a\.eml: SES would refuse it; 1 error\n/);
});

test('several go to their files, one to standard output', async () => {
  const args = [
    '-f',
    'compact',
    '-f',
    'json=out/a.json',
    '-f',
    'sarif=a.sarif',
    '-f',
    'html=a.html',
  ];
  const { status, out, files: written } = await check({}, ...args);
  assert.is(status, 1);
  assert.match(out, /^a\.eml:1:\d+: error: .*\n$/);
  assert.equal([...written.keys()], ['out/a.json', 'a.sarif', 'a.html']);
  assert.is(JSON.parse(written.get('out/a.json')?.toString() ?? '')[0].name, 'a.eml');
  assert.is(JSON.parse(written.get('a.sarif')?.toString() ?? '').version, '2.1.0');
});

test('every form writes something of a finding, =- is standard output', async () => {
  for (const name of 'text compact json jsonl sarif junit github github-summary gitlab markdown html'.split(
    ' ',
  )) {
    const { status, out } = await check({}, '-f', `${name}=-`);
    assert.is(status, 1);
    assert.match(out, /unquoted-specials/, name);
  }
});

test('two on standard output are bad usage, but for annotations among what people read', async () => {
  for (const [one = '', other = ''] of [
    ['json', 'sarif'],
    ['text', 'compact'],
    ['json', 'github'],
    ['text', 'json=-'],
  ]) {
    const { status, out, err } = await check({}, '-f', one, '-f', other);
    assert.equal([status, out], [2, '']);
    assert.match(err, /would both go to standard output: write --format NAME=FILE\n/);
  }
  const { out } = await check({}, '-f', 'compact', '-f', 'github');
  assert.match(out, /^a\.eml:.*\n::error file=a\.eml,/);
});

test('at GitHub annotations and a summary come on top of text', async () => {
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: 'summary' };
  const { out, files: written } = await check(env);
  assert.match(out, /^a\.eml: SES would refuse/);
  assert.match(out, /^::error file=a\.eml,line=1,/m);
  assert.match(written.get('summary')?.toString() ?? '', /unquoted-specials/);
  assert.not.match((await check({ GITHUB_ACTIONS: 'true' }, '-f', 'text')).out, /::error/);
  assert.is((await check({ GITHUB_STEP_SUMMARY: 'summary' })).files.size, 0);
});

test('MIMEWRIGHT_FORMAT counts where no argument does', async () => {
  const env = { MIMEWRIGHT_FORMAT: 'compact,json=a.json', GITHUB_ACTIONS: 'true' };
  const { out, files: written } = await check(env);
  assert.match(out, /^a\.eml:1:\d+: error/);
  assert.not.match(out, /::error/);
  assert.ok(written.has('a.json'));
  assert.match((await check(env, '-f', 'text')).out, /^a\.eml: SES/);
  assert.match((await check({ MIMEWRIGHT_FORMAT: '' })).out, /^a\.eml: SES/);
  const { status, err } = await check({ MIMEWRIGHT_FORMAT: 'xml' });
  assert.is(status, 2);
  assert.match(err, /^mimewright: MIMEWRIGHT_FORMAT takes text, .*, not "xml"\n/);
});

test('a file without a name is bad usage; one that takes nothing a failure', async () => {
  assert.match((await check({}, '-f', 'json=')).err, /--format json=: the file has no name\n/);
  const { status, err } = await check({}, '-f', 'json=full.eml');
  assert.equal([status, err], [3, 'mimewright: full.eml: no space left on device\n']);
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: 'full.eml' };
  assert.equal((await check(env)).err, 'mimewright: full.eml: no space left on device\n');
});

test('of many messages text passes over those without findings, and says so', async () => {
  const many = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`m/${at}.eml`, good]));
  const few = await runIn({ files: many }, 'check', 'm');
  assert.is(few.out.match(/: no findings/g)?.length, 10);
  assert.is(few.err, '');
  const { out, err } = await runIn({ files: { ...many, 'm/a.eml': bad } }, 'check', 'm');
  assert.match(out, /^m\/a\.eml: SES would refuse it; 1 error\n/);
  assert.is(err, 'mimewright: 10 of 11 messages have no findings\n');
});

test.run();
