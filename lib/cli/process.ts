/** `main` with this process's files and streams. */

import { readFileSync, statSync } from 'node:fs';
import { appendFile, readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { FAILURE, INTERRUPTED } from './exit-status.ts';
import { filesBelow } from './folder-walk.ts';
import { main } from './main.ts';
import { removeUnfinished, replaceFile } from './replaced-file.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough closes the pipe: that is its good right, and no failure.
  if (error.code === 'EPIPE') return;
  process.stderr.write(`mimewright: standard output: ${error.message}\n`);
  process.exit(FAILURE);
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exit(FAILURE);
});
process.on('SIGINT', () => {
  removeUnfinished();
  process.exit(INTERRUPTED);
});

process.exitCode = await main(process.argv.slice(2), {
  env: process.env,
  isTerminal: { out: process.stdout.isTTY === true, err: process.stderr.isTTY === true },
  processors: availableParallelism(),
  now: () => performance.now(),
  absolute: (path) => resolve(path).replaceAll('\\', '/'),
  // At once is many times faster; only what may keep us waiting, such as a pipe, is waited for.
  readFile: async (path) => (statSync(path).isFile() ? readFileSync(path) : readFile(path)),
  readStdin,
  writeFile: replaceFile,
  appendFile,
  isFolder: (path) =>
    stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    ),
  filesBelow,
  // Few runs need threads: the others start quicker without them.
  startJudges: async (count, judging) =>
    (await import('./judge-threads.ts')).judgesInThreads(count, judging),
  writeOut: (product) =>
    new Promise((done) => {
      // A pipe that was closed takes nothing more, and never says so.
      if (process.stdout.destroyed) done();
      else process.stdout.write(product, () => done());
    }),
  writeErr: (text) => process.stderr.write(text),
});

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
