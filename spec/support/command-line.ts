/** The command line in a small world of its own: files, streams, an environment, a clock. */

import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { getSystemErrorMap } from 'node:util';
import type { Io } from '../../lib/cli/io.ts';
import { judgesHere } from '../../lib/cli/judge.ts';
import { main } from '../../lib/cli/main.ts';

/** How a command ended, and what it said and wrote. */
export interface Said {
  readonly status: number;
  /** What was written to standard output, a character for each octet. */
  readonly out: string;
  readonly err: string;
  /** Files that were written. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** What a command finds there. */
export interface World {
  /** By path from the current folder; what is below a folder makes it one. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The current folder. */
  readonly folder?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  /** Milliseconds that pass between two looks at the clock. */
  readonly tick?: number;
}

/** A file that takes nothing. */
const FULL = 'full.eml';

/** The parts of the outside that a spec may want to look into. */
export interface Stage {
  readonly io: Io;
  readonly said: () => Omit<Said, 'status'>;
}

/** Runs the command line. */
export async function runIn(world: World, ...args: readonly string[]): Promise<Said> {
  const { io, said } = stageOf(world);
  const status = await main(args, io);
  return { status, ...said() };
}

/** Runs the command line; `mail.eml` and standard input hold the message, `full.eml` takes nothing. */
export function runOn(message: Uint8Array, ...args: readonly string[]): Promise<Said> {
  return runIn({ files: { 'mail.eml': message }, stdin: message }, ...args);
}

/** A world in which a step runs; writes stay in it. The package's own manifest is the real one. */
export function stageOf({
  files: given = {},
  folder: current = '/here',
  stdin = '',
  env = {},
  isTerminal = false,
  tick = 0,
}: World): Stage {
  const absolute = (path: string): string => posix.resolve(current, path);
  const files = new Map<string, Buffer>(
    Object.entries(given).map(([path, text]) => [absolute(path), Buffer.from(text)]),
  );
  const written = new Map<string, Buffer>();
  const out: Buffer[] = [];
  let err = '';
  let now = 0;
  const put = (path: string, octets: Buffer): void => {
    written.set(path, octets);
    files.set(absolute(path), octets);
  };
  const io: Io = {
    env,
    isTerminal: { out: isTerminal, err: isTerminal },
    processors: 1,
    now: () => {
      now += tick;
      return now;
    },
    absolute,
    readFile: async (path) => {
      if (path.endsWith('/package.json') && !path.startsWith('.')) return readFile(path);
      const found = files.get(absolute(path));
      if (found !== undefined) return found;
      throw systemError(belowOf(files, absolute(path)).length > 0 ? 'EISDIR' : 'ENOENT');
    },
    readStdin: async () => Buffer.from(stdin),
    writeFile: async (path, octets) => {
      if (path === FULL) throw systemError('ENOSPC');
      put(path, Buffer.from(octets));
    },
    appendFile: async (path, text) => {
      if (path === FULL) throw systemError('ENOSPC');
      put(path, Buffer.concat([files.get(absolute(path)) ?? Buffer.alloc(0), Buffer.from(text)]));
    },
    isFolder: async (path) => belowOf(files, absolute(path)).length > 0,
    filesBelow: async (path) =>
      belowOf(files, absolute(path)).map((below) =>
        path === '.' ? below : `${path.replace(/\/$/, '')}/${below}`,
      ),
    startJudges: async (_, judging) => judgesHere(judging),
    writeOut: async (product) => {
      out.push(Buffer.from(product));
    },
    writeErr: (text) => {
      err += text;
    },
  };
  return { io, said: () => ({ out: Buffer.concat(out).toString('latin1'), err, files: written }) };
}

/** Paths from a folder to the files below it, sorted. */
function belowOf(files: ReadonlyMap<string, Buffer>, folder: string): readonly string[] {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return [...files.keys()]
    .filter((path) => path.startsWith(start))
    .map((path) => path.slice(start.length))
    .sort();
}

/** Fails as Node does: an error with a code and a number, and a message that names the call. */
export function systemError(code: string): Error {
  const [errno] = [...getSystemErrorMap()].find(([, [name]]) => name === code) ?? [];
  return Object.assign(new Error(`${code}: cause, call`), { code, errno });
}
