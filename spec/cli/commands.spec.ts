/** The table of commands: each is found by its name, and none by what objects inherit. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { allCommands, commandNames, commandOf } from '../../lib/cli/commands.ts';

const test = suite('cli/commands');

test('each command is found by the name that it has', async () => {
  for (const name of commandNames) assert.is((await commandOf(name))?.name, name);
  assert.equal(
    (await allCommands()).map(({ name }) => name),
    commandNames,
  );
});

test('there is no other', async () => {
  for (const name of [undefined, '', 'Check', 'constructor', '__proto__', 'toString']) {
    assert.is(await commandOf(name), undefined, name);
  }
});

test.run();
