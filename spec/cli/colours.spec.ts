/** Who gets colours: who asks for them, then whoever looks at a terminal and does not mind. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runIn, type World } from '../support/command-line.ts';

const files = {
  'a.eml': 'From: Doe, Ann <a@b.example>\r\nTo: c@d.example\r\nSubject: s\r\n\r\nx\r\n',
};

async function isPainted(world: World, ...args: readonly string[]): Promise<boolean> {
  return (await runIn({ files, ...world }, 'check', ...args, 'a.eml')).out.includes('\x1b[');
}

const terminal = { isTerminal: true };

const test = suite('cli/colours');

test('a terminal has them, a pipe has not', async () => {
  assert.is(await isPainted(terminal), true);
  assert.is(await isPainted({}), false);
});

test('NO_COLOR and a dumb terminal have none; an empty NO_COLOR says nothing', async () => {
  assert.is(await isPainted({ ...terminal, env: { NO_COLOR: '1' } }), false);
  assert.is(await isPainted({ ...terminal, env: { TERM: 'dumb' } }), false);
  assert.is(await isPainted({ ...terminal, env: { NO_COLOR: '' } }), true);
});

test('FORCE_COLOR decides before NO_COLOR and the terminal do', async () => {
  for (const FORCE_COLOR of ['1', '', '3', 'true']) {
    assert.is(await isPainted({ env: { FORCE_COLOR, NO_COLOR: '1' } }), true, FORCE_COLOR);
  }
  for (const FORCE_COLOR of ['0', 'false']) {
    assert.is(await isPainted({ ...terminal, env: { FORCE_COLOR } }), false, FORCE_COLOR);
  }
});

test('--color decides before all', async () => {
  assert.is(await isPainted({ env: { NO_COLOR: '1' } }, '--color', 'always'), true);
  const env = { FORCE_COLOR: '1' };
  assert.is(await isPainted({ ...terminal, env }, '--color', 'never'), false);
  assert.is(await isPainted({}, '--color', 'auto'), false);
  assert.is((await runIn({ files }, 'check', '--color', 'red', 'a.eml')).status, 2);
});

test('a file has none', async () => {
  const args = ['check', '--color', 'always', '-f', 'text=a.txt', 'a.eml'];
  const { files: written } = await runIn({ files, ...terminal }, ...args);
  assert.not.match(written.get('a.txt')?.toString() ?? '', /\x1b/);
});

test.run();
