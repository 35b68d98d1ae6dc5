/** All that a command touches outside itself. */

export interface Io {
  readFile(path: string): Promise<Uint8Array>;
  readStdin(): Promise<Uint8Array>;
  writeFile(path: string, octets: Uint8Array): Promise<void>;
  /** The product: text, or the octets of a message. */
  writeOut(product: string | Uint8Array): void;
  /** Talk. */
  writeErr(text: string): void;
}
