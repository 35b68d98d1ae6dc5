/** `aws-ses-v2-local` in this process: takes the SDK's calls and keeps what mailparser read. */

import emulator from 'aws-ses-v2-local';
import { listen } from './loopback.ts';

/** A message as the emulator keeps it: read by mailparser, no longer octets. */
export interface StoredMessage {
  readonly messageId: string;
  readonly from: string;
  readonly replyTo: readonly string[];
  readonly destination: Readonly<Record<'to' | 'cc' | 'bcc', readonly string[]>>;
  readonly subject: string;
  readonly body: { readonly text?: string; readonly html?: string };
  readonly attachments: readonly {
    readonly content: string;
    readonly contentType: string;
    readonly filename?: string;
  }[];
}

/** An emulator that listens; hand `url` to an AWS client as its `endpoint`. */
export interface Emulator {
  readonly url: string;
  /** What was sent since the start, in order. */
  readonly store: () => Promise<readonly StoredMessage[]>;
  readonly close: () => Promise<void>;
}

/** Starts an emulator with an empty store. All emulators of one process share one store. */
export async function startEmulator(): Promise<Emulator> {
  const server = await emulator.default({ host: '127.0.0.1', port: 0 });
  const { url, close } = await listen(server);
  await fetch(`${url}/clear-store`, { method: 'POST' });
  return { url, close, store: () => stored(url) };
}

async function stored(url: string): Promise<readonly StoredMessage[]> {
  const answer = await fetch(`${url}/store`);
  const { emails }: { emails: readonly StoredMessage[] } = JSON.parse(await answer.text());
  return emails;
}
