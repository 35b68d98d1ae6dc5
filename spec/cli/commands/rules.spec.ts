/** `mimewright rules`: all of them, or those of an area, for people and programs. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { toldRules as rules } from '../../../lib/cli/told-rules.ts';
import { runIn } from '../../support/command-line.ts';

const test = suite('cli/commands/rules');

test('a line each', async () => {
  const { status, out } = await runIn({}, 'rules');
  assert.is(status, 0);
  assert.equal(
    out.split('\n').map((line) => line.split(' ')[0]),
    [...rules.map(({ id }) => id), ''],
  );
});

test('of an area, with or without its slash', async () => {
  for (const area of ['mime', 'mime/']) {
    const { out } = await runIn({}, 'rules', area, 'ses');
    const ids = rules.map(({ id }) => id).filter((id) => /^(?:mime|ses)\//.test(id));
    assert.is(out.split('\n').length - 1, ids.length);
  }
  const { status, err } = await runIn({}, 'rules', 'mim');
  assert.is(status, 2);
  assert.match(err, /^mimewright: no area "mim"; there are .*\bmime\b/);
});

test('as JSON and as Markdown', async () => {
  const json = await runIn({}, 'rules', '-f', 'json');
  const listed: readonly { readonly id: string }[] = JSON.parse(
    Buffer.from(json.out, 'latin1').toString(),
  );
  assert.is(listed.length, rules.length);
  const { out } = await runIn({}, 'rules', '-f', 'markdown');
  assert.is(out.split('\n').length - 1, rules.length + 2);
  for (const line of out.split('\n').slice(0, -1)) {
    assert.is(line.match(/(?<!\\)\|/g)?.length, 4, line);
  }
  assert.is((await runIn({}, 'rules', '-f', 'xml')).status, 2);
});

test.run();
