/** Every model as every sender builds it, each once. */

import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { pythonIsHere } from '../python.ts';
import type { Model } from './model.ts';
import { buildWithMimetext, isBeyondMimetext } from './with-mimetext.ts';
import { buildWithMimewright } from './with-mimewright.ts';
import { buildWithNodemailer } from './with-nodemailer.ts';

/** A model on the wire, or what its sender threw instead. */
export interface Sent {
  readonly sender: string;
  readonly model: Model;
  readonly octets?: Uint8Array;
  readonly error?: string;
}

const script = fileURLToPath(new URL('./build_with_python.py', import.meta.url));

/** Without Python's where there is no `python3`. */
export async function sentBy(models: readonly Model[]): Promise<readonly Sent[]> {
  const writable = models.filter((model) => !isBeyondMimetext(model));
  const ofPython = pythonIsHere() ? withPython(models) : Promise.resolve([]);
  const others = [
    await all('mimewright', models, buildWithMimewright),
    await all('nodemailer', models, buildWithNodemailer),
    await all('mimetext', writable, buildWithMimetext),
  ];
  return [...others.flat(), ...(await ofPython)];
}

function all(
  sender: string,
  models: readonly Model[],
  build: (model: Model) => Uint8Array | Promise<Uint8Array>,
): Promise<readonly Sent[]> {
  return Promise.all(
    models.map(async (model) => {
      try {
        return { sender, model, octets: await build(model) };
      } catch (error) {
        return { sender, model, error: String(error) };
      }
    }),
  );
}

type Answer = Readonly<Record<string, readonly ({ base64?: string; error?: string } | null)[]>>;

/** One process for all models. */
async function withPython(models: readonly Model[]): Promise<readonly Sent[]> {
  const child = spawn('python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(models));
  const answer: Answer = JSON.parse(await text(child.stdout));
  return Object.entries(answer).flatMap(([sender, built]) =>
    built.flatMap((one, at): readonly Sent[] => {
      const model = models[at];
      if (one === null || model === undefined) return [];
      const { base64, error = '' } = one;
      if (base64 === undefined) return [{ sender, model, error }];
      return [{ sender, model, octets: Buffer.from(base64, 'base64') }];
    }),
  );
}
