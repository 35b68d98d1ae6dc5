/** Other programs, run to their end. */

import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

export const root: string = resolve(import.meta.dirname, '../..');

/** How a program ended, and what it said. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  /** The root of the project if left out. */
  readonly cwd?: string;
  /** Beside those of this process. */
  readonly env?: NodeJS.ProcessEnv;
  readonly stdin?: string | Uint8Array;
}

/** Runs a program with the input given; a status other than 0 is no error here. */
export function run(
  program: string,
  args: readonly string[],
  { cwd = root, env = {}, stdin = '' }: RunOptions = {},
): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(
      program,
      args,
      { cwd, env: { ...process.env, ...env } },
      (_error, stdout, stderr) => done({ status: child.exitCode ?? -1, stdout, stderr }),
    );
    child.stdin?.on('error', () => {}); // a program that ends early does not read it all
    child.stdin?.end(stdin);
  });
}

/** What a program says that must end with status 0. */
export async function output(...call: Parameters<typeof run>): Promise<string> {
  const { status, stdout, stderr } = await run(...call);
  if (status === 0) return stdout;
  throw new Error(`${call[0]} ${call[1].join(' ')}: status ${status}\n${stdout}${stderr}`);
}
