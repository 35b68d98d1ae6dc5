/** Those shown beside those who get it: what looks forgotten, and what is left out on purpose. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { preflight } from '../../../../lib/preflight/run.ts';

const test = suite('preflight/rules/ses/visible-recipients');

const RULES = ['ses/recipient-not-in-api-list', 'ses/recipient-header-count'];
const FIELDS = ['From: f@x.de', 'To: a@x.de, T: b@X.de;', 'Cc: c@x.de, d@x.de'];

function found(destinations: readonly string[], fields = FIELDS): readonly string[] {
  const octets = Buffer.from([...fields, '', 'Hello', ''].join('\r\n'));
  const { findings } = preflight(octets, { only: RULES, destinations });
  return findings.map(({ rule }) => rule);
}

const FORGOTTEN = ['ses/recipient-not-in-api-list'];

test('Cc is forgotten where all of To and nobody of Cc is among destinations', () => {
  assert.equal(found(['A <a@x.de>', 'b@x.DE']), FORGOTTEN);
  assert.equal(found(['a@x.de', 'b@x.de', 'e@x.de']), FORGOTTEN);
  assert.equal(found(['T: a@x.de, b@x.de;']), FORGOTTEN);
});

test('a call for each recipient, a batch, a redirected message and all of them are in order', () => {
  assert.equal(found(['a@x.de']), []);
  assert.equal(found(['a@x.de', 'b@x.de', 'c@x.de']), []);
  assert.equal(found(['archive@x.de']), []);
  assert.equal(found(['a@x.de', 'b@x.de', 'c@x.de', 'd@x.de']), []);
  assert.equal(
    found(['a@x.de', 'b@x.de', ...Array.from({ length: 48 }, (_, i) => `${i}@y.de`)]),
    [],
  );
  assert.equal(found(['a@x.de'], ['From: f@x.de', 'Cc: c@x.de']), []);
  assert.equal(found([]), []);
});

test('the fields may name 50 beside destinations', () => {
  const to = (count: number) => Array.from({ length: count }, (_, i) => `r${i}@x.de`).join(', ');
  assert.equal(found(['a@x.de'], ['From: f@x.de', `To: ${to(50)}`]), []);
  assert.equal(found(['a@x.de'], ['From: f@x.de', `To: ${to(51)}`]), [
    'ses/recipient-header-count',
  ]);
});

test.run();
