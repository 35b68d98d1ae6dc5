/** Where the rules page tells of a rule; that it does, is for the spec of the page. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rules } from '../../lib/preflight/catalogue.ts';
import { ruleAnchor, ruleSection } from '../../lib/report/rule-section.ts';

const test = suite('report/rule-section');

test('a section is named by the page and the id', () => {
  assert.is(ruleSection('address/null'), 'lib/preflight/rules.md#address-null');
  assert.is(
    ruleSection('encoding/7bit-violation'),
    'lib/preflight/rules.md#encoding-7bit-violation',
  );
});

test('no two rules share an anchor, and an anchor needs no escapes', () => {
  const anchors = rules.map(({ id }) => ruleAnchor(id));
  assert.is(new Set(anchors).size, anchors.length);
  for (const anchor of anchors) assert.match(anchor, /^[a-z0-9]+(?:-[a-z0-9]+)+$/);
});

test.run();
