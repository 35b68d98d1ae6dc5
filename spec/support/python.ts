/** One Python process for all readings: a line of base64 in, a line of JSON out, in order. */

import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

type Child = ChildProcessByStdio<Writable, Readable, null>;

interface Waiting {
  readonly resolve: (line: string) => void;
  readonly reject: (error: Error) => void;
}

const script = fileURLToPath(new URL('./read_with_python.py', import.meta.url));
const waiting: Waiting[] = [];
let child: Child | undefined;
let isHere: boolean | undefined;

/** Whether `python3` can be run; a spec that needs it says `not run` when it is not. */
export function pythonIsHere(): boolean {
  isHere ??= spawnSync('python3', ['--version']).status === 0;
  return isHere;
}

/**
 * Hands octets to the process and gives its line of answer.
 *
 * The process starts with the first call and ends with ours; it keeps us alive only while it owes
 * an answer.
 */
export function askPython(octets: Uint8Array): Promise<string> {
  child ??= start();
  hold(child, true);
  child.stdin.write(`${Buffer.from(octets).toString('base64')}\n`);
  return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
}

function start(): Child {
  const started = spawn('python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  createInterface({ input: started.stdout }).on('line', (line) => {
    waiting.shift()?.resolve(line);
    if (waiting.length === 0) hold(started, false);
  });
  started.on('error', fail);
  started.on('exit', (status) => fail(new Error(`python3 ended with status ${status}`)));
  started.stdin.on('error', fail);
  return started;
}

function fail(error: Error): void {
  child = undefined;
  for (const { reject } of waiting.splice(0)) reject(error);
}

/** Counts the process and its pipes among what keeps us alive, or no longer. */
function hold(held: Child, isHeld: boolean): void {
  const pipes = [held.stdin, held.stdout].filter((stream) => stream instanceof Socket);
  for (const handle of [held, ...pipes]) {
    if (isHeld) handle.ref();
    else handle.unref();
  }
}
