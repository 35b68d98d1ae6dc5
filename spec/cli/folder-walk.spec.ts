/** The files below a folder of a real disk. */

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../lib/cli/folder-walk.ts';

const root = await mkdtemp(join(tmpdir(), 'mimewright-walk-'));
for (const folder of ['b/c', 'node_modules/x', '.git', '.hidden', 'b/node_modules']) {
  await mkdir(join(root, folder), { recursive: true });
}
for (const file of ['z.eml', 'b/c/d.eml', 'node_modules/x/e.eml', '.git/f', '.hidden/g']) {
  await writeFile(join(root, file), '');
}
await symlink(join(root, 'z.eml'), join(root, 'b/link.eml'));
await symlink(root, join(root, 'b/round'));

const test = suite('cli/folder-walk');

test.after(() => rm(root, { recursive: true }));

test('paths start with the folder, are sorted, and leave out what holds no mail', async () => {
  // A link to a folder is told as a file: it is not followed, so nothing goes round.
  const below = ['.hidden/g', 'b/c/d.eml', 'b/link.eml', 'b/round', 'z.eml'];
  assert.equal(
    await filesBelow(root),
    below.map((path) => `${root}/${path}`),
  );
  assert.equal(await filesBelow(`${root}/`), await filesBelow(root));
});

test('a folder that cannot be read is named', async () => {
  const error = await filesBelow(`${root}/none`).catch((thrown: unknown) => thrown);
  assert.match(String(error), /\/none: no such file or directory$/);
});

test.run();
