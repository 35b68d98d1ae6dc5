/** `dist/` as `npm run build` left it: what a stranger imports by the name of the package. */

import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** @throws {Error} when `lib/` has changed since `dist/` was built, or nothing was built. */
export function assertBuilt(): void {
  const built = timesUnder('dist');
  if (built.length > 0 && Math.max(...timesUnder('lib')) <= Math.min(...built)) return;
  throw new Error('dist/ is older than lib/: npm run build');
}

/** Pages are not built. */
function timesUnder(folder: string): readonly number[] {
  const parent = resolve(root, folder);
  const entries = readdirSync(parent, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => statSync(resolve(entry.parentPath, entry.name)).mtimeMs);
}
