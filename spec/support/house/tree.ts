/** The texts of the project as they stand on disk. */

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Source } from './source.ts';

const root = resolve(import.meta.dirname, '../../..');
const notOurs = new Set(['.git', 'node_modules', 'dist']);

/** Every text file of the project, in a stable order; what holds a NUL is no text. */
export function projectTexts(): readonly Source[] {
  return pathsUnder('')
    .map((path) => ({ path, text: readFileSync(resolve(root, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
}

function pathsUnder(folder: string): readonly string[] {
  const entries = readdirSync(resolve(root, folder), { withFileTypes: true });
  return entries
    .filter((entry) => !notOurs.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}${entry.name}`;
      if (entry.isDirectory()) return pathsUnder(`${path}/`);
      return entry.isFile() ? [path] : [];
    });
}
