/** The version of the package. */

import { fileURLToPath } from 'node:url';
import type { Io } from './io.ts';

/** As far from `lib/cli/` as from `dist/cli/`. */
const MANIFEST = new URL('../../package.json', import.meta.url);

export async function version(io: Io): Promise<string> {
  const octets = await io.readFile(fileURLToPath(MANIFEST));
  const manifest: { readonly version: string } = JSON.parse(new TextDecoder().decode(octets));
  return manifest.version;
}
