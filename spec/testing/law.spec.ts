/** What a verdict says, and of what. */

import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { law } from '../../lib/testing/law.ts';
import type { Sender } from '../../lib/testing/sender.ts';

const test = suite('testing/law');

/** No character may be lost, or a refusal may mean this or that. */
const kept = {
  id: 'X1',
  states: 'a text keeps its length',
  source: 'none',
  needs: ['encodedWords'],
  arbitrary: fc.stringMatching(/^[a-z]{0,9}$/),
  fault: async ({ encodedWords }: Required<Pick<Sender, 'encodedWords'>>, text: string) =>
    (await encodedWords(text)).length === text.length ? undefined : `another length: ${text}`,
} as const;

const refusing: Sender = {
  name: 'refusing',
  encodedWords: () => {
    throw new RangeError('not today');
  },
};

test('what breaks a law is made small, and named', async () => {
  const sender: Sender = { name: 'short', encodedWords: (text) => text.slice(0, 3) };
  assert.equal(await law(kept).check(sender, { seed: 3 }), {
    kind: 'broken',
    law: 'X1',
    sender: 'short',
    seed: 3,
    runs: 1,
    fault: 'another length: aaaa',
    counterexample: '"aaaa"',
  });
});

test('the first counterexample is enough where one asks for no more', async () => {
  const sender: Sender = { name: 'short', encodedWords: async () => 'x'.repeat(10) };
  const verdict = await law(kept).check(sender, { seed: 3, endOnFailure: true });
  assert.is(verdict.kind === 'broken' && verdict.counterexample.length > 2, true);
});

test('runs are those asked for, and the examples', async () => {
  const sender: Sender = { name: 'good', encodedWords: (text) => text };
  const verdict = await law({ ...kept, examples: ['a', 'b'] }).check(sender, { numRuns: 7 });
  assert.is(verdict.kind, 'holds');
  assert.is(verdict.runs, 9);
  assert.type(verdict.seed, 'number');
});

test('the same seed gives the same verdict', async () => {
  const sender: Sender = { name: 'long', encodedWords: (text) => text.replace(/e/, 'ee') };
  const check = (seed: number): Promise<unknown> => law(kept).check(sender, { seed });
  assert.equal(await check(11), await check(11));
});

test('a sender without the part is not tried', async () => {
  const verdict = await law(kept).check({ name: 'nobody' });
  assert.equal(verdict, { kind: 'untried', law: 'X1', sender: 'nobody', runs: 0 });
});

test('a refusal breaks a law, keeps it, or says nothing', async () => {
  const breaks = await law({ ...kept, refusal: 'breaks' }).check(refusing, { seed: 1 });
  assert.is(breaks.kind === 'broken' && breaks.fault, 'refused: not today');
  assert.is((await law({ ...kept, refusal: 'keeps' }).check(refusing)).kind, 'holds');
  assert.is((await law(kept).check(refusing)).kind, 'untried');
});

test.run();
