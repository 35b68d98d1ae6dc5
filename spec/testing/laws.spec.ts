/** Each law holds of ours, and falls for a sender that breaks it. */

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkLaws, laws } from '../../lib/testing/laws.ts';
import { builder, encoders } from '../run/peers/mimewright.ts';
import { badSenders } from './bad-senders.ts';

const test = suite('testing/laws');

const FEW = { seed: 1, numRuns: 20 };
/** Until a bad sender is caught. */
const MORE = { seed: 1, numRuns: 300 };

const ours = { ...encoders, ...builder };

for (const law of laws) {
  const { id, states } = law;
  test(`law: ${id} holds of ours: ${states}`, async () => {
    const verdict = await law.check(ours, FEW);
    assert.is(verdict.kind, 'holds', JSON.stringify(verdict));
    assert.ok(verdict.runs >= 5, `${verdict.runs} runs`);
  });

  test(`${id} falls for a sender that breaks it`, async () => {
    const sender = badSenders[id];
    assert.ok(sender, 'nobody breaks it');
    const verdict = await law.check(sender, MORE);
    assert.is(verdict.kind, 'broken');
  });
}

test('each law has an id of its own and a source', () => {
  assert.is(new Set(laws.map(({ id }) => id)).size, laws.length);
  for (const { id, source } of laws) assert.match(source, /^(?:RFC \d{4}|mimewright)/, id);
  assert.equal(Object.keys(badSenders).sort(), laws.map(({ id }) => id).sort());
});

test('all laws are tried in their order', async () => {
  const verdicts = await checkLaws({ name: 'nobody' });
  assert.equal(
    verdicts.map(({ law }) => law),
    laws.map(({ id }) => id),
  );
  assert.ok(verdicts.every(({ kind, runs }) => kind === 'untried' && runs === 0));
});

test.run();
