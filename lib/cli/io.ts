/** All that a command touches outside itself. */

import type { Judges, Judging } from './judge.ts';

export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether somebody looks at what is written there. */
  readonly isTerminal: { readonly out: boolean; readonly err: boolean };
  /** Processors that may work at once. */
  readonly processors: number;
  /** Milliseconds since some moment, for progress. */
  now(): number;
  /** The path from the root, with `/` between folders and none at the end. */
  absolute(path: string): string;
  readFile(path: string): Promise<Uint8Array>;
  readStdin(): Promise<Uint8Array>;
  /** In place of the file of that name, as a whole or not at all. */
  writeFile(path: string, octets: Uint8Array): Promise<void>;
  appendFile(path: string, text: string): Promise<void>;
  isFolder(path: string): Promise<boolean>;
  /** The paths of all files below a folder, sorted, starting with the folder's. */
  filesBelow(folder: string): Promise<readonly string[]>;
  /** Threads that judge messages. */
  startJudges(count: number, judging: Judging): Promise<Judges>;
  /** The product: text, or the octets of a message; waits where the reader is slow. */
  writeOut(product: string | Uint8Array): Promise<void>;
  /** Talk. */
  writeErr(text: string): void;
}
