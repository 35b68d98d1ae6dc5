/** Writes the generated places of the README anew: `npm run readme`. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../support/program.ts';
import { renewed } from '../support/readme/renew.ts';
import { openWorkshop } from '../support/readme/workshop.ts';

const file = join(root, 'README.md');
const workshop = await openWorkshop();
try {
  await writeFile(file, await renewed(await readFile(file, 'utf8'), workshop));
} finally {
  await workshop.close();
}
