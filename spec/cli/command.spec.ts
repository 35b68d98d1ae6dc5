/** The help of every command: word for word, within a terminal's width, with every option. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { wrapped } from '../../lib/cli/command.ts';
import { allCommands, commandNames } from '../../lib/cli/commands.ts';
import { runIn } from '../support/command-line.ts';

const test = suite('cli/command');

/** What `mimewright --help` and each `mimewright COMMAND --help` print, one behind the other. */
const golden = readFileSync(join(import.meta.dirname, 'help.txt'), 'utf8');

async function helpOf(...args: readonly string[]): Promise<string> {
  const { status, out, err } = await runIn({}, ...args, '--help');
  assert.equal([status, err], [0, '']);
  return Buffer.from(out, 'latin1').toString();
}

test('help is that of help.txt', async () => {
  const pages = [await helpOf()];
  for (const name of commandNames) pages.push(await helpOf(name));
  assert.is(pages.join('\n'), golden);
});

test('no line of help is longer than 80 characters, but for examples', async () => {
  const examples = new Set(
    (await allCommands()).flatMap((command) => command.examples.map(([line]) => `  ${line}`)),
  );
  for (const line of golden.split('\n')) assert.ok(line.length <= 80 || examples.has(line), line);
});

test('no option has two meanings in one command, and no summary a full stop', async () => {
  for (const { name, summary, options } of await allCommands()) {
    const names = options.flatMap((option) => [option.name, ...(option.short ?? [])]);
    assert.is(new Set(names).size, names.length, name);
    for (const { help } of options) assert.not.match(help, /\.$/);
    assert.not.match(summary, /\.$/);
  }
});

test('the examples of help are calls of options that exist', async () => {
  for (const { name, options, examples } of await allCommands()) {
    const known = ['help', ...options.map((option) => option.name)];
    for (const [line] of examples) {
      const own = line.split(/[|&]+/).find((call) => call.includes(`mimewright ${name}`)) ?? '';
      assert.ok(own, line);
      for (const [, option = ''] of own.matchAll(/\s--([a-z-]+)/g)) {
        assert.ok(known.includes(option), `${name}: --${option}`);
      }
    }
  }
});

test('words are wrapped within 79 columns, and long ones stand alone', () => {
  const long = 'x'.repeat(100);
  assert.is(wrapped(`a ${long} b`, 4), `a\n    ${long}\n    b`);
  assert.is(wrapped('', 4), '');
  for (const line of wrapped('word '.repeat(60).trim(), 10).split('\n')) {
    assert.ok(line.length <= 79, line);
  }
});

test.run();
