/** What pipelines run: the action for GitHub, the hook for pre-commit, the configurations of the README. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { configIn } from '../lib/cli/config-members.ts';
import { runIn } from './support/command-line.ts';
import { root, run } from './support/program.ts';
import { blocksOf } from './support/readme/blocks.ts';

const textOf = (path: string): Promise<string> => readFile(join(root, path), 'utf8');
const action = await textOf('.github/actions/mimewright/action.yml');
const hooks = await textOf('.pre-commit-hooks.yaml');
const blocks = blocksOf(await textOf('README.md'));
const { version }: { readonly version: string } = JSON.parse(await textOf('package.json'));
const good = 'From: a@b.example\r\nTo: c@d.example\r\nSubject: s\r\n\r\nx\r\n';

/** The shell program of the action. */
const program = (/ {6}run: \|\n([\s\S]*)$/.exec(action)?.[1] ?? '').replace(/^ {8}/gm, '');
const inputs = [
  ...(/^inputs:\n([\s\S]*?)^runs:/m.exec(action)?.[1] ?? '').matchAll(/^ {2}(\w+):/gm),
];
const inputNames = inputs.map(([, name]) => name);

/** The arguments that npx gets from the action. */
async function called(env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mimewright-action-'));
  const npx = '#!/bin/sh\nfor word in "$@"; do printf "%s\\n" "$word"; done\n';
  await writeFile(join(folder, 'npx'), npx, { mode: 0o755 });
  const all = {
    ...{ MIMEWRIGHT_FILES: 'mail/', MIMEWRIGHT_VERSION: '1.2.3' },
    ...{ MIMEWRIGHT_OPTIONS: '', MIMEWRIGHT_SARIF: '', ...env },
    PATH: [folder, process.env.PATH].join(delimiter),
  };
  const ran = await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', program], {
    env: all,
  });
  await rm(folder, { recursive: true });
  assert.equal([ran.status, ran.stderr], [0, '']);
  return ran.stdout.trimEnd().split('\n');
}

const plain = ['--yes', 'mimewright@1.2.3', 'check', '--format', 'text', '--format', 'github'];

const test = suite('pipelines');

test('the action calls the program at the version that is given', async () => {
  assert.equal(await called({}), [...plain, '--', 'mail/']);
  const env = { MIMEWRIGHT_SARIF: 'a b.sarif', MIMEWRIGHT_OPTIONS: '--profile\nses-v2' };
  assert.equal(await called({ ...env, MIMEWRIGHT_FILES: 'a/ *.eml' }), [
    ...[...plain, '--format', 'sarif=a b.sarif', '--profile', 'ses-v2', '--', 'a/', '*.eml'],
  ]);
});

test('no input of the action becomes a command', async () => {
  const hostile = '$(exit 3) `exit 4` ; exit 5 "';
  assert.equal(await called({ MIMEWRIGHT_FILES: hostile }), [
    ...plain,
    '--',
    ...hostile.split(' '),
  ]);
  assert.not.match(program, /\$\{\{/);
});

test('every input of the action reaches its program', () => {
  assert.equal(inputNames, ['files', 'version', 'options', 'sarif']);
  for (const name of inputNames) {
    const variable = `MIMEWRIGHT_${name?.toUpperCase()}`;
    assert.match(action, new RegExp(`^ {8}${variable}: \\$\\{\\{ inputs\\.${name} \\}\\}$`, 'm'));
    assert.ok(program.includes(`$${variable}`), name);
  }
});

test('what the action and the hook call is a command line that runs', async () => {
  const files = { 'mail/a.eml': good };
  const [, , ...args] = await called({ MIMEWRIGHT_SARIF: 'mail.sarif' });
  assert.is((await runIn({ files }, ...args)).status, 0);
  const entry = /^ {2}entry: mimewright (.*)$/m.exec(hooks)?.[1] ?? '';
  assert.is((await runIn({ files }, entry, 'mail/a.eml')).status, 0);
});

test('the hook takes mail alone', () => {
  const pattern = new RegExp(/^ {2}files: '(.*)'$/m.exec(hooks)?.[1] ?? '(?!)');
  for (const name of ['a.eml', 'x/a.mime', 'a.mbox']) assert.match(name, pattern);
  for (const name of ['a.jsonl', 'a.eml.txt', 'aeml']) assert.not.match(name, pattern);
});

const yaml = blocks.filter(({ kind }) => kind === 'yaml').map(({ text }) => text);

test('the README names the action, its inputs, and this version', () => {
  const [github = '', gitlab = '', hook = ''] = yaml;
  assert.is(yaml.length, 3);
  assert.ok(github.includes(`/.github/actions/mimewright@v${version}\n`));
  const given = [...github.matchAll(/^ {10}(\w+):/gm)].map(([, name]) => name);
  assert.ok(given.length > 2 && given.every((name) => inputNames.includes(name)));
  assert.ok(github.includes(`version: ${version}\n`));
  assert.ok(gitlab.includes(`mimewright@${version} check`));
  assert.ok(hook.includes(`rev: v${version}\n`));
  assert.ok(hooks.includes(`- id: ${/id: (.*)/.exec(hook)?.[1]}\n`));
});

test('the calls in its YAML run', async () => {
  const [github = '', gitlab = '', hook = ''] = yaml;
  const calls = [
    `check ${/options: (.*)/.exec(github)?.[1]} mail/`,
    /mimewright@\S+ (.*)/.exec(gitlab)?.[1] ?? '',
    `check ${(/args: \[(.*)\]/.exec(hook)?.[1] ?? '').replaceAll(', ', ' ')} mail/a.eml`,
  ];
  for (const call of calls) {
    const { status, err } = await runIn({ files: { 'mail/a.eml': good } }, ...call.split(' '));
    assert.equal([status, err], [0, ''], call);
  }
});

test('its configuration is one', () => {
  const [config] = blocks.filter(({ kind }) => kind === 'json');
  assert.is(configIn('README.md', JSON.parse(config?.text ?? ''), '/').preflight.profile, 'ses-v2');
});

test.run();
