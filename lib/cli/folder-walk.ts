/** The files below a folder, with folders that hold no mail of the project left out. */

import { readdir } from 'node:fs/promises';
import { withFile } from './complaint.ts';

const PASSED_OVER: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * Paths with `/`, sorted, starting with the folder's; links are followed to files, not to folders.
 *
 * @throws {Error} naming the folder that cannot be read.
 */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  const start = folder === '.' ? '' : `${folder.replaceAll('\\', '/').replace(/\/+$/, '')}/`;
  await walk(folder, start, files);
  return files.sort();
}

async function walk(folder: string, start: string, files: string[]): Promise<void> {
  const entries = await withFile(folder, readdir(folder, { withFileTypes: true }));
  for (const entry of entries) {
    const path = start + entry.name;
    if (entry.isFile() || entry.isSymbolicLink()) files.push(path);
    else if (entry.isDirectory() && !PASSED_OVER.has(entry.name)) {
      await walk(path, `${path}/`, files);
    }
  }
}
