/** Writes the generated places of the README, and of the page on reports, anew: `npm run readme`. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../support/program.ts';
import { renewed } from '../support/readme/renew.ts';
import { openWorkshop } from '../support/readme/workshop.ts';

const workshop = await openWorkshop();
try {
  for (const page of ['README.md', 'lib/preflight/reading-a-report.md']) {
    const file = join(root, page);
    await writeFile(file, await renewed(await readFile(file, 'utf8'), workshop, page));
  }
} finally {
  await workshop.close();
}
