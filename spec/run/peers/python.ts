/** Python's EmailMessage as a sender under test: one process, a line of JSON for each message. */

import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { SampleMessage } from '../../../lib/testing.ts';
import type { Peer } from './peer.ts';

/** A peer with a process behind it, which its owner closes. */
export interface PythonPeer extends Peer {
  readonly close: () => void;
}

const script = fileURLToPath(new URL('./build_with_python.py', import.meta.url));

/** Undefined where `python3` cannot be run. */
export function openPython(): PythonPeer | undefined {
  const { status, stdout } = spawnSync('python3', ['--version'], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const child = spawn('python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  return {
    sender: { name: 'EmailMessage', build: builderOf(child) },
    version: stdout.replace('Python', 'CPython').trim(),
    settings:
      "policy SMTP with cte_type='7bit', mailboxes as Address, as_bytes(); 0.5 s of CPU time a message",
    close: () => child.stdin.end(),
  };
}

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** Asks one message after another; the process answers in order. */
function builderOf(child: Child): (message: SampleMessage) => Promise<Uint8Array> {
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return async (message) => {
    child.stdin.write(`${JSON.stringify(asJson(message))}\n`);
    const { value, done } = await answers.next();
    if (done === true) throw new Error('python3 ended');
    const answer: { octets: string } | { error: string } = JSON.parse(value);
    if ('error' in answer) throw new Error(answer.error);
    return Buffer.from(answer.octets, 'base64');
  };
}

function asJson(message: SampleMessage): unknown {
  const attachments = message.attachments.map(({ content, ...others }) => ({
    ...others,
    content: Buffer.from(content).toString('base64'),
  }));
  return { ...message, attachments };
}
