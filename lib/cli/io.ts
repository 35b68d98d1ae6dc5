/** All that a command touches outside itself. */

export interface Io {
  readFile(path: string): Promise<Uint8Array>;
  readStdin(): Promise<Uint8Array>;
  /** The product. */
  writeOut(text: string): void;
  /** Talk. */
  writeErr(text: string): void;
}
