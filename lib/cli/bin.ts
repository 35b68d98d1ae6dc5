#!/usr/bin/env node
/** The program: `main` with this process's files and streams. */

import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { FAILURE } from './exit-status.ts';
import { main } from './main.ts';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough closes the pipe: that is its good right, and no failure.
    if (error.code !== 'EPIPE') process.exit(FAILURE);
  });
}

process.exitCode = await main(process.argv.slice(2), {
  readFile,
  readStdin: () => buffer(process.stdin),
  writeFile,
  writeOut: (product) => process.stdout.write(product),
  writeErr: (text) => process.stderr.write(text),
});
