/** What makes a run fail: arguments before the environment, the environment before the configuration. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runIn } from '../support/command-line.ts';

const good = 'From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n\r\nx\r\n';
const files = {
  'good.eml': good,
  'warned.eml': good.replaceAll('\r\n', '\n'),
  'bad.eml': good.replace('From: a@', 'From: Doe, Ann a@'),
};

async function status(
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<number> {
  return (await runIn({ files, env }, 'check', ...args)).status;
}

const test = suite('cli/threshold');

test('--fail-on names the mildest severity that fails', async () => {
  const table = { error: [0, 0, 1], warning: [0, 1, 1], info: [0, 1, 1], never: [0, 0, 0] };
  for (const [level, expected] of Object.entries(table)) {
    const found: number[] = [];
    for (const file of Object.keys(files)) found.push(await status({}, '--fail-on', level, file));
    assert.equal(found, expected, level);
  }
});

test('--max-warnings counts them over all messages', async () => {
  const both = ['warned.eml', '-f', 'compact'];
  assert.is(await status({}, '--max-warnings', '0', ...both), 1);
  assert.is(await status({}, '--max-warnings', '1', ...both), 0);
  assert.is(await status({}, '--max-warnings', '0', 'good.eml'), 0);
  assert.is(await status({}, '--max-warnings', '0', '--fail-on', 'never', ...both), 1);
});

test('the environment counts where no argument does', async () => {
  const env = { MIMEWRIGHT_FAIL_ON: 'warning' };
  assert.is(await status(env, 'warned.eml'), 1);
  assert.is(await status(env, '--fail-on', 'error', 'warned.eml'), 0);
  assert.is(await status({ MIMEWRIGHT_FAIL_ON: '' }, 'warned.eml'), 0);
});

test('a bad value is named with where it comes from', async () => {
  const argument = await runIn({ files }, 'check', '--fail-on', 'often', 'good.eml');
  assert.match(
    argument.err,
    /^mimewright: --fail-on takes error, warning, info, never, not "often"\n/,
  );
  const env = { MIMEWRIGHT_FAIL_ON: 'often' };
  const variable = await runIn({ files, env }, 'check', 'good.eml');
  assert.match(variable.err, /^mimewright: MIMEWRIGHT_FAIL_ON takes .*, not "often"\n/);
  assert.is(variable.status, 2);
  assert.is(await status({}, '--max-warnings', '-1', 'good.eml'), 2);
});

test.run();
