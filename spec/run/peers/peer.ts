/** A sender in the table of peers: what it is, in which version, and how it is used. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sender } from '../../../lib/testing.ts';
import { root } from '../../support/program.ts';

export interface Peer {
  readonly sender: Sender;
  readonly version: string;
  /** All that a rival needs to do the same. */
  readonly settings: string;
}

/** The version of an installed package. */
export function versionOf(name: string): string {
  return versionIn(join(root, 'node_modules', name));
}

/** The version of the package in a folder. */
export function versionIn(folder: string): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  return manifest.version;
}
