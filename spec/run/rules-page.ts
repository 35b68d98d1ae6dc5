/** Writes the page of rules anew: `npm run rules`. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../support/program.ts';
import { ruleCases } from '../support/rule-cases.ts';
import { rulesPage, toldRules } from '../support/rules-page/page.ts';

await writeFile(join(root, 'lib/preflight/rules.md'), rulesPage(toldRules, ruleCases()));
