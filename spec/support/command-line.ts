/** The command line in a fake world that holds one message. */

import { main } from '../../lib/cli/main.ts';

/** How a command ended, and what it said and wrote. */
export interface Said {
  readonly status: number;
  /** What was written to standard output, a character for each octet. */
  readonly out: string;
  readonly err: string;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Runs the command line; `mail.eml` and standard input hold the message, `full.eml` takes nothing. */
export async function runOn(message: Uint8Array, ...args: readonly string[]): Promise<Said> {
  const out: Buffer[] = [];
  const files = new Map<string, Buffer>();
  let err = '';
  const status = await main(args, {
    readFile: async (path) => {
      if (path !== 'mail.eml') throw new Error('no such file');
      return message;
    },
    readStdin: async () => message,
    writeFile: async (path, octets) => {
      if (path === 'full.eml') throw new Error('no space left');
      files.set(path, Buffer.from(octets));
    },
    writeOut: (product) => out.push(Buffer.from(product)),
    writeErr: (text) => {
      err += text;
    },
  });
  return { status, out: Buffer.concat(out).toString('latin1'), err, files };
}
