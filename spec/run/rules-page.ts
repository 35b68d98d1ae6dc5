/** Writes the page of rules anew: `npm run rules`. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rules } from '../../lib/preflight/catalogue.ts';
import { root } from '../support/program.ts';
import { ruleCases } from '../support/rule-cases.ts';
import { rulesPage } from '../support/rules-page/page.ts';

await writeFile(join(root, 'lib/preflight/rules.md'), rulesPage(rules, ruleCases()));
