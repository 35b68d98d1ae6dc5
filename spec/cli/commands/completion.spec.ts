/** Completion scripts: shells take them, and bash completes commands and options with its own. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { allCommands } from '../../../lib/cli/commands.ts';
import { runIn } from '../../support/command-line.ts';
import { notRun } from '../../support/not-run.ts';
import { run } from '../../support/program.ts';

const folder = await mkdtemp(join(tmpdir(), 'mimewright-completion-'));

async function scriptOf(shell: string): Promise<string> {
  const { status, out } = await runIn({}, 'completion', shell);
  assert.is(status, 0);
  const file = join(folder, shell);
  await writeFile(file, out, 'latin1');
  return file;
}

/** What bash offers for the last word. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const list = words.map((word) => `'${word}'`).join(' ');
  const code = `source '${await scriptOf('bash')}'; COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}
    _mimewright; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = await run('bash', ['--norc', '-u', '-c', code]);
  assert.equal([status, stderr], [0, '']);
  return stdout
    .split('\n')
    .filter((word) => word !== '')
    .sort();
}

const test = suite('cli/commands/completion');

test.after(() => rm(folder, { recursive: true }));

for (const shell of ['bash', 'zsh', 'fish']) {
  test(`${shell} takes its script`, async () => {
    const script = await scriptOf(shell);
    if ((await run('which', [shell])).status !== 0) return notRun(`${shell}: it is not installed`);
    const { status, stderr } = await run(shell, ['-n', script]);
    assert.equal([status, stderr], [0, '']);
  });
}

test('the first word is a command', async () => {
  const names = (await allCommands()).map(({ name }) => name);
  assert.equal(await offered('mimewright', ''), [...names, '--help', '--version'].sort());
  assert.equal(await offered('mimewright', 'com'), ['completion', 'compose']);
});

test('the others are options of the command, or files', async () => {
  assert.equal(await offered('mimewright', 'check', '--ba'), ['--baseline']);
  assert.equal(await offered('mimewright', 'fix', '--d'), [
    '--destination',
    '--diff',
    '--domain',
    '--drop-signature',
    '--dry-run',
  ]);
  for (const { name, options } of await allCommands()) {
    const expected = [...options.map((option) => `--${option.name}`), '--help'];
    assert.equal(await offered('mimewright', name, '--'), expected.sort(), name);
  }
  assert.equal(await offered('mimewright', 'check', 'ma'), []);
  assert.equal(await offered('mimewright', 'frobnicate', '--'), []);
});

test('every option stands in every script', async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { out } = await runIn({}, 'completion', shell);
    for (const { options } of await allCommands()) {
      for (const { name } of options) assert.ok(out.includes(name), `${shell}: ${name}`);
    }
  }
});

test('bad usage', async () => {
  assert.match((await runIn({}, 'completion')).err, /completion takes bash, zsh or fish\n/);
  assert.match(
    (await runIn({}, 'completion', 'tcsh')).err,
    /completion takes bash, zsh, fish, not/,
  );
});

test.run();
