/** Files are written as a whole or not at all. */

import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { removeUnfinished, replaceFile } from '../../lib/cli/replaced-file.ts';

const root = await mkdtemp(join(tmpdir(), 'mimewright-replace-'));
const at = (name: string): string => join(root, name);
const test = suite('cli/replaced-file');

test.after(() => rm(root, { recursive: true }));

test('a new file, and an old one with its mode', async () => {
  await replaceFile(at('a'), Buffer.from('1'));
  await chmod(at('a'), 0o640);
  await replaceFile(at('a'), Buffer.from('22'));
  assert.is(await readFile(at('a'), 'utf8'), '22');
  assert.is((await stat(at('a'))).mode & 0o777, 0o640);
});

test('of a link, what it leads to', async () => {
  await symlink(at('a'), at('link'));
  await replaceFile(at('link'), Buffer.from('3'));
  assert.is(await readFile(at('a'), 'utf8'), '3');
});

test('a device is written to', async () => {
  await replaceFile('/dev/null', Buffer.from('x'));
});

test('where it fails nothing is left behind', async () => {
  await mkdir(at('folder'));
  for (const path of [at('none/x'), at('folder')]) {
    const error = await replaceFile(path, Buffer.of()).catch((thrown: unknown) => thrown);
    assert.instance(error, Error);
  }
  removeUnfinished();
  assert.equal((await readdir(root)).sort(), ['a', 'folder', 'link']);
});

test('an interruption leaves nothing behind', async () => {
  const writing = replaceFile(at('b'), Buffer.alloc(1 << 20));
  const settled = writing.catch(() => undefined);
  removeUnfinished();
  await settled;
  assert.equal(
    (await readdir(root)).filter((name) => name.includes('.mimewright-')),
    [],
  );
  await writeFile(at('b'), '');
});

test.run();
