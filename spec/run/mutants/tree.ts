/** A copy of the project, in which a mutant may stand. */

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../support/program.ts';

/** What is linked, not copied. */
const LINKED: readonly string[] = ['node_modules', 'dist'];

/** As much as the specs need, so that a loop that never ends soon runs out of it. */
const HEAP_MEBIOCTETS = 1024;

/** How the specs ended; `stopped`: by the clock, or for want of memory. */
export type Verdict = 'passed' | 'failed' | 'stopped';

/** The line of a suite, as `runner.ts` prints it, that did not pass. */
const SUITE_FAILED = /^\S+ +\d+ passed, [1-9]\d* failed {2}\d+ ms$/;

export class Tree {
  readonly #folder = mkdtempSync(resolve(tmpdir(), 'mutants-'));

  constructor() {
    const isCopied = (path: string): boolean => !['.git', ...LINKED].includes(relative(root, path));
    cpSync(root, this.#folder, { recursive: true, filter: isCopied });
    for (const name of LINKED) symlinkSync(resolve(root, name), resolve(this.#folder, name));
  }

  write(path: string, text: string): void {
    writeFileSync(resolve(this.#folder, path), text);
  }

  /** Runs spec files with a fixed seed; whatever still runs when time is up is killed. */
  run(specs: readonly string[], limitMs: number): Promise<Verdict> {
    const heap = `--max-old-space-size=${HEAP_MEBIOCTETS}`;
    const args = [heap, '--import', 'tsx', 'spec/run/specs.ts', ...specs];
    const child = spawn(process.execPath, args, {
      cwd: this.#folder,
      env: { ...process.env, MIMEWRIGHT_SEED: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
    });
    return new Promise((done, fail) => {
      createInterface(child.stdout).on('line', (line) => {
        if (!SUITE_FAILED.test(line)) return;
        done('failed');
        child.kill('SIGKILL'); // the other suites need not be heard
      });
      child.on('error', fail);
      child.on('close', (status) => {
        done(status === 0 ? 'passed' : status === 1 ? 'failed' : 'stopped');
      });
    });
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
