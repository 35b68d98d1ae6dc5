/** Writes the page of SES's errors anew: `npm run ses-errors`. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sesTexts } from '../../lib/carrier/ses-texts.ts';
import { rules } from '../../lib/preflight/catalogue.ts';
import { root } from '../support/program.ts';
import { sesErrorsPage } from '../support/ses-errors-page.ts';

await writeFile(join(root, 'lib/ses/ses-errors.md'), sesErrorsPage(sesTexts, rules));
