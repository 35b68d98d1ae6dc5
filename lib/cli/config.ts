/** The configuration: `mimewright.config.json`, or `mimewright` in package.json. */

import { causeOf } from './complaint.ts';
import { type Config, configIn, noConfig } from './config-members.ts';
import type { Io } from './io.ts';
import type { Arguments, Option } from './option.ts';
import { UsageError } from './usage-error.ts';

const FILE = 'mimewright.config.json';
const MANIFEST = 'package.json';

export const configOptions: readonly Option[] = [
  { name: 'config', value: 'FILE', help: `the configuration (${FILE} here or above)` },
  { name: 'no-config', help: 'no configuration, whatever lies there' },
];

/**
 * The configuration that is named, else the nearest one, in this folder or above.
 *
 * @throws {UsageError} for a file that cannot be read, or says what it may not.
 */
export async function configOf(args: Arguments, io: Io): Promise<Config> {
  if (args.has('no-config')) return noConfig(io.absolute('.'));
  const file = args.text('config');
  if (file !== undefined) {
    const value = await parsed(file, io);
    if (value === undefined) throw new UsageError(`${file}: no such file or directory`);
    return configIn(file, value, parentOf(io.absolute(file)));
  }
  let above = '';
  for (let folder = io.absolute('.'); ; folder = parentOf(folder), above += '../') {
    const found = await nearest(above, folder, io);
    if (found !== undefined) return found;
    if (parentOf(folder) === folder) return noConfig(io.absolute('.'));
  }
}

/** `/a` of `/a/b`; the root is its own parent, and so is the root of a drive. */
function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash === -1) return path;
  return path.slice(0, slash) || '/';
}

async function nearest(above: string, folder: string, io: Io): Promise<Config | undefined> {
  const file = `${above}${FILE}`;
  const value = await parsed(file, io);
  if (value !== undefined) return configIn(file, value, folder);
  const manifest = `${above}${MANIFEST}`;
  const members = Object(await parsed(manifest, io));
  const own: unknown = Object.hasOwn(members, 'mimewright') ? members.mimewright : undefined;
  return own === undefined ? undefined : configIn(`${manifest}: mimewright`, own, folder);
}

/** Undefined where there is no such file. */
async function parsed(file: string, io: Io): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await io.readFile(file)));
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw new UsageError(`${file}: ${causeOf(error)}`);
  }
}

function isAbsence(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === 'ENOENT' || error.code === 'ENOTDIR';
}
