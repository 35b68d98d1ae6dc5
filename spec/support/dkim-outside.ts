/** DKIM by others: mailauth, python3-dkim and OpenDKIM, all of them without network. */

import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { dkimVerify } from 'mailauth';
import { recordOf } from './dkim-keys.ts';
import { output, root, run } from './program.ts';

/** One thing for a Python process to do. */
export interface OutsideJob {
  readonly do: 'python-verify' | 'python-sign' | 'opendkim-verify' | 'opendkim-sign';
  readonly octets: string;
  readonly record?: string;
  readonly key?: string;
  readonly canonicalization?: string;
  readonly algorithm?: string;
}

interface Answers {
  readonly here: Readonly<Record<'python' | 'opendkim', boolean>>;
  readonly answers: readonly unknown[];
}

const SCRIPT = join(root, 'spec/support/dkim_outside.py');

/** Debian's packages belong to Debian's Python, which need not be the first. */
const PYTHONS = ['python3', '/usr/bin/python3'];

async function asked(jobs: readonly OutsideJob[]): Promise<Answers> {
  return JSON.parse(await output(await python(), [SCRIPT], { stdin: JSON.stringify(jobs) }));
}

async function python(): Promise<string> {
  for (const program of PYTHONS) {
    if ((await run(program, ['-c', 'import dkim'])).status === 0) return program;
  }
  return PYTHONS[0] ?? '';
}

/** What Python answers to each job, in order. */
export async function askOutside(jobs: readonly OutsideJob[]): Promise<readonly unknown[]> {
  return (await asked(jobs)).answers;
}

/** Which of them are installed. */
export async function outsideHere(): Promise<Readonly<Record<'python' | 'opendkim', boolean>>> {
  if ((await run('python3', ['--version'])).status !== 0) return { python: false, opendkim: false };
  return (await asked([])).here;
}

/** What mailauth says of the signatures of a message, for keys of `mail._domainkey.example.com`. */
export async function mailauthResults(
  octets: Uint8Array,
  key: KeyObject,
  curTime: Date = new Date('2026-11-23T12:00:00Z'),
): Promise<readonly string[]> {
  const resolver = async (name: string): Promise<string[][]> => {
    if (name === 'mail._domainkey.example.com') return [[recordOf(key)]];
    throw Object.assign(new Error(name), { code: 'ENOTFOUND' });
  };
  const { results } = await dkimVerify(Buffer.from(octets), { resolver, curTime });
  return results.map(({ status }) => status.result);
}
