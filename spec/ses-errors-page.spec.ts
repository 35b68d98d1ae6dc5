/** The page of SES's errors: that of today's texts and rules, each text with its section. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sesTexts } from '../lib/carrier/ses-texts.ts';
import { rules } from '../lib/preflight/catalogue.ts';
import { ruleAnchor } from '../lib/report/rule-section.ts';
import { root } from './support/program.ts';
import { toldRules } from './support/rules-page/page.ts';
import { entryName, sesErrorsPage } from './support/ses-errors-page.ts';

const page = readFileSync(join(root, 'lib/ses/ses-errors.md'), 'utf8');

const test = suite('ses-errors-page');

test('it is that of the texts and rules of today', () => {
  assert.ok(sesErrorsPage(sesTexts, rules) === page, 'stale: npm run ses-errors writes it anew');
});

test('every text has a section, and none has two', () => {
  const anchors = [...page.matchAll(/^### <a id="([^"]+)"><\/a>(.+)$/gm)].map(([, id, name]) => [
    id,
    name,
  ]);
  assert.equal(
    anchors,
    sesTexts.map((entry) => [entry.id, entryName(entry)]),
  );
  assert.is(new Set(anchors.map(([id]) => id)).size, anchors.length);
});

test('every link within the page leads to a place in it, and those to rules to a rule', () => {
  const ids = new Set(sesTexts.map(({ id }) => id));
  const anchors = new Set(toldRules.map(({ id }) => ruleAnchor(id)));
  for (const [, place = ''] of page.matchAll(/\]\(#([^)]*)\)/g)) assert.ok(ids.has(place), place);
  for (const [, place = ''] of page.matchAll(/\]\(\.\.\/preflight\/rules\.md#([^)]*)\)/g)) {
    assert.ok(anchors.has(place), place);
  }
});

test('what is inferred is marked, and whose page it is not is said', () => {
  for (const { id, evidence } of sesTexts) {
    const text = page.slice(page.indexOf(`<a id="${id}">`)).split('\n### ')[0] ?? '';
    assert.is(/Evidence: \*\*inferred\*\*/.test(text), evidence === 'inferred', id);
  }
  assert.match(page, /Not affiliated with Amazon; inferred behaviour\s+is marked\./);
});

test.run();
