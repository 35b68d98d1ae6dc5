/** Which rules are fixable: those that have a cure, and no other. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rules } from '../../../lib/preflight/catalogue.ts';
import { cures } from '../../../lib/preflight/mending/cures.ts';

const test = suite('preflight/mending/cures');

test('every cure is that of a rule, and what has one is fixable', () => {
  const ids = rules.filter(({ fixable }) => fixable).map(({ id }) => id);
  assert.equal(ids, [...cures.keys()].sort());
});

test('what is the author’s to say has none', () => {
  for (const id of ['rfc5322/from-missing', 'address/missing-domain', 'encoding/mojibake']) {
    assert.is(cures.get(id), undefined, id);
  }
});

test.run();
