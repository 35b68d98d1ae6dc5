/** Files written as a whole or not at all. */

import { rmSync } from 'node:fs';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/** Files that are not in their place yet: nobody shall find them when the program is interrupted. */
const unfinished = new Set<string>();

/**
 * Beside its place first, so that nobody finds half of it there; what is no file, such as a device, is
 * written to. Of a link, the file that it leads to is replaced.
 */
export async function replaceFile(path: string, octets: Uint8Array): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && !found.isFile()) return writeFile(path, octets);
  const place = await realpath(path).catch(() => path);
  const beside = `${place}.mimewright-${process.pid}`;
  unfinished.add(beside);
  try {
    await writeFile(beside, octets, { flag: 'wx', ...(found && { mode: found.mode }) });
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    unfinished.delete(beside);
  }
}

/** Takes away what an interruption would leave behind. */
export function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
}
